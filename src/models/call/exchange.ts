import { onAbort } from '../../base/on-abort.js';
import type { FaultClass } from '../spec/model-fault.js';
import type { Json } from '../spec/model-request.js';
import type { CallTimes } from '../surroundings.js';

/** Why we ended a call ourselves. */
export interface CallEnding {
  readonly fault: Extract<FaultClass, 'timeout' | 'aborted' | 'too-large' | 'malformed'>;
  /** What happened, to stand behind "failed:". */
  readonly why: string;
}

const REQUEST_ID_HEADERS = ['x-request-id', 'request-id', 'x-goog-request-id', 'apim-request-id'];

/** How an answer is to come: as a stream of events, or in one piece. */
export type AnswerForm = 'events' | 'json';

/**
 * One call on its way: its clocks, and what was seen of it. The signal is the call's own, so that the transport
 * knows by it to which call a request belongs.
 */
export class Exchange {
  readonly #controller = new AbortController();
  readonly #total: NodeJS.Timeout;
  readonly #idle: NodeJS.Timeout;
  readonly #forgetAsked: () => void;
  #ending: CallEnding | null = null;

  /** Fields that go into the request's body beside those of the SDK. */
  readonly body: { readonly [key: string]: Json } | undefined;
  readonly form: AnswerForm;
  /** The bytes that came, heads left out. */
  bytes = 0;
  /** The head of the answer; null as long as it has not come. */
  head: { readonly status: number; readonly headers: Headers } | null = null;

  constructor(
    asked: AbortSignal,
    times: CallTimes,
    form: AnswerForm,
    body: { readonly [key: string]: Json } | undefined,
  ) {
    this.form = form;
    this.body = body;
    this.#total = setTimeout(
      () => this.end(timeout('no whole answer came in', times.totalMs)),
      times.totalMs,
    );
    this.#idle = setTimeout(() => this.end(timeout('nothing came for', times.idleMs)), times.idleMs);
    const endAsAsked = () => this.end({ fault: 'aborted', why: 'it was ended before its answer was whole' });
    this.#forgetAsked = onAbort(asked, endAsAsked);
    if (asked.aborted) endAsAsked();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Why it was ended by us; null as long as it was not. */
  get ending(): CallEnding | null {
    return this.#ending;
  }

  /** The provider's name for this call, from the head of its answer. */
  get requestId(): string | null {
    const headers = this.head?.headers;
    for (const name of REQUEST_ID_HEADERS) {
      const id = headers?.get(name);
      if (id) return id;
    }
    return null;
  }

  /** Something came that a live provider sends: the clock for silence begins anew. */
  heard(): void {
    this.#idle.refresh();
  }

  /** Ends the call; only the first reason counts. */
  end(ending: CallEnding): void {
    if (this.#ending !== null) return;
    this.#ending = ending;
    this.#controller.abort(new Error(ending.why));
  }

  /** Lets go of the clocks and of who asked. */
  close(): void {
    clearTimeout(this.#total);
    clearTimeout(this.#idle);
    this.#forgetAsked();
  }
}

function timeout(what: string, ms: number): CallEnding {
  return { fault: 'timeout', why: `${what} ${ms < 1000 ? `${ms} ms` : `${Math.round(ms / 1000)} s`}` };
}
