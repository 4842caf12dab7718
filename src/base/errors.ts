/** What a person can do about an error: a sentence, and the next command ready to paste. */
export interface Remedy {
  readonly hint?: string | undefined;
  readonly next?: string | undefined;
}

/** The place in a text that an error is about; line and column count from 1. */
export interface TextPlace {
  /** The name of the text. */
  readonly name: string;
  readonly line: number;
  readonly column: number;
  /** The line with a caret under the column, two lines of text. */
  readonly excerpt: string;
}

/**
 * The family an expected failure belongs to. A surface maps it to its own signal: the command line to an
 * exit code, a server to a status.
 */
export type ErrorKind = 'failed' | 'usage' | 'not-found' | 'not-allowed' | 'interrupted';

/**
 * An expected failure: something a user can cause and mend. Bugs and faults of the infrastructure are
 * never wrapped in it; they propagate with their `cause`.
 *
 * `code` is stable and part of the public contract; `message` says what and why in one or two sentences.
 */
export abstract class PromptRunnerError extends Error {
  abstract readonly code: string;
  abstract readonly kind: ErrorKind;
  #remedy: Remedy;

  constructor(message: string, remedy: Remedy = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.#remedy = remedy;
  }

  get remedy(): Remedy {
    return this.#remedy;
  }

  /** The same failure, telling something else to do: who passes it on may know more than who threw it. */
  withRemedy(remedy: Remedy): this {
    this.#remedy = remedy;
    return this;
  }

  /** Where it went wrong, if that is a place in a text. */
  get place(): TextPlace | undefined {
    return undefined;
  }
}
