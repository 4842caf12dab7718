import { inspect } from 'node:util';

const SHOWN = '[a key]';

/** A provider's key. Whatever prints, writes or lists it shows that it is one, and nothing of it. */
export class ApiKey {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The key itself, for the header of a request and for nothing else. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return SHOWN;
  }

  toJSON(): string {
    return SHOWN;
  }

  [inspect.custom](): string {
    return SHOWN;
  }
}
