import { callOptionsOf } from './call-options.js';
import { type Dialect, type Fields, fieldsOf } from './dialect.js';
import type { AskedCall, Reading } from './reading.js';
import { unlessEnded } from './unless-ended.js';

/**
 * An answer that is asked for in one piece, which takes less processor time than a stream. Nothing of it is kept
 * when it does not come to its end.
 */
export class BodyReading implements Reading {
  readonly #dialect: Dialect;
  begun = false;
  ended = false;
  error: unknown;

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  async read({ language, request, draft, exchange }: AskedCall): Promise<void> {
    try {
      exchange.signal.throwIfAborted();
      const asked = language.doGenerate(callOptionsOf(request, exchange.signal));
      const result = await unlessEnded(asked, exchange.signal);
      const body = fieldsOf(result.response?.body) ?? {};
      draft.addWhole(result);
      this.begun = true;
      this.ended = this.#dialect.isWhole(body);
      if (!this.ended) this.error = errorIn(body) ?? undefined;
    } catch (error) {
      this.#fail(error, exchange.head?.status ?? null);
    }
  }

  /** The SDK wraps what came in an error of its own: what it is shows only by the body. */
  #fail(error: unknown, status: number | null): void {
    const isAnswer = status !== null && status < 300;
    const body = isAnswer ? bodyOf(error) : undefined;
    this.begun = typeof body === 'string' && isCutOff(body);
    if (body !== '' && !this.begun) this.error = errorIn(body) ?? error;
  }
}

/** The body that an error of the SDK's carries: as it came, or what it says. */
function bodyOf(error: unknown): unknown {
  return fieldsOf(error)?.responseBody;
}

/** JSON that lacks its end; what is wrong otherwise is no JSON. */
function isCutOff(body: string): boolean {
  const text = body.trim();
  return text.startsWith('{') && !text.endsWith('}');
}

/** What a provider says was wrong, in place of an answer and with the status of one. */
function errorIn(body: unknown): Fields | null {
  return fieldsOf(fieldsOf(typeof body === 'string' ? parsed(body) : body)?.error);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
