import type { AnswerDraft } from '../call/answer-draft.js';
import type { Exchange } from '../call/exchange.js';
import type { Reading } from '../call/reading.js';
import type { ModelAnswer } from '../spec/model-answer.js';
import { type FaultClass, ModelCallError } from '../spec/model-fault.js';
import { type ModelName, writtenModelName } from '../spec/model-name.js';
import { faultClassOf } from './class-of.js';
import { remedyFor, whatBecameOf } from './fault-words.js';
import { providerErrorOf } from './provider-error.js';
import { type Redact, shownWords } from './redact.js';
import { retryAfterMs } from './retry-after.js';

/** A call that is over. */
export interface EndedCall {
  readonly exchange: Exchange;
  readonly draft: AnswerDraft;
  /** What the draft holds. */
  readonly answer: ModelAnswer;
  readonly reading: Reading;
}

/** What was wrong with a call. */
interface Finding {
  readonly fault: FaultClass;
  /** In place of the usual words. */
  readonly why?: string;
  /** What the provider said. */
  readonly said?: string;
  readonly retryAfterMs?: number | null;
  /** The status that the provider's words speak of. */
  readonly status?: number | null;
}

/** Tells of a call that is over whether it brought a whole answer, and if not, what was wrong. */
export class FaultReader {
  readonly #name: string;
  readonly #title: string;
  readonly #redact: Redact;

  /** @param title the provider's name, as people call it */
  constructor(name: ModelName, title: string, redact: Redact) {
    this.#name = writtenModelName(name);
    this.#title = title;
    this.#redact = redact;
  }

  /** Null when the answer is whole. */
  read(call: EndedCall): ModelCallError | null {
    const finding = endedByUs(call) ?? saidToBeWrong(call) ?? unfinished(call) ?? unusable(call);
    return finding === null ? null : this.#errorOf(finding, call);
  }

  #errorOf(finding: Finding, { exchange, answer, draft }: EndedCall): ModelCallError {
    const { head } = exchange;
    const status =
      head === null || head.status < 300 ? (finding.status ?? head?.status ?? null) : head.status;
    const details = {
      fault: finding.fault,
      status,
      retryAfterMs: finding.retryAfterMs ?? (head === null ? null : retryAfterMs(head.headers, Date.now())),
      requestId: answer.requestId,
      partial: draft.size === 0 && draft.isEmpty ? null : answer,
    };
    const said = finding.said === undefined ? '' : shownWords(finding.said, this.#redact);
    return new ModelCallError(this.#sentence(finding, status, said), details, remedyFor(finding.fault), {
      // The SDK's own errors carry the request with them; only the words are kept.
      ...(said === '' ? {} : { cause: new Error(said) }),
    });
  }

  #sentence({ fault, why }: Finding, status: number | null, said: string): string {
    const told = status !== null && status >= 300 ? status : null;
    const what = whatBecameOf(this.#name, { fault, why, status: told });
    return said === '' ? what : `${what} ${this.#title} says: ${/[.!?…]$/.test(said) ? said : `${said}.`}`;
  }
}

function endedByUs({ exchange }: EndedCall): Finding | null {
  return exchange.ending;
}

function saidToBeWrong(call: EndedCall): Finding | null {
  const { reading, exchange } = call;
  if (reading.error === undefined) return null;
  const error = providerErrorOf(reading.error);
  // Some SDKs notice themselves that the end is missing, and call it an invalid answer.
  if (error.name === 'AI_InvalidResponseDataError' && reading.ended === false) return unfinished(call);
  const status = exchange.head?.status ?? null;
  const fault = faultClassOf(error, status);
  return {
    fault,
    ...elsewhere(status),
    said: error.message,
    retryAfterMs: error.retryAfterMs,
    status: error.status,
  };
}

/** A redirection would carry the key to another place. */
function elsewhere(status: number | null): Pick<Finding, 'why'> {
  const isRedirection = status !== null && status >= 300 && status < 400;
  return isRedirection ? { why: 'the server sends it elsewhere, where it is not followed' } : {};
}

function unfinished({ reading, exchange, draft }: EndedCall): Finding | null {
  const { begun, ended } = reading;
  if (ended === null) return draft.finish === null ? { fault: 'truncated' } : null;
  if (ended) return null;
  if (exchange.bytes === 0) return { fault: 'empty' };
  return begun ? { fault: 'truncated' } : { fault: 'malformed', why: 'what came has no event in it' };
}

function unusable({ draft }: EndedCall): Finding | null {
  const stopped = draft.finish?.unified;
  if (stopped === 'content-filter') return { fault: 'refused' };
  if (stopped === 'error')
    return { fault: 'malformed', why: 'the model could not bring its answer to an end' };
  // An answer that met its limit may break off anywhere, in a tool's input too.
  if (stopped === 'length') return null;
  const [tool] = draft.brokenCalls;
  if (tool !== undefined)
    return { fault: 'malformed', why: `the input that the model gives to its tool "${tool}" is no JSON` };
  return draft.isEmpty ? { fault: 'empty' } : null;
}
