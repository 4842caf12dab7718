import { Fault } from '../fault.js';

/** How a template treats what is not there. */
export type UndefinedKind = 'default' | 'strict' | 'chainable';

/** A value that is not there: a name nobody gave, an attribute nothing has. */
export class Undefined {
  readonly kind: UndefinedKind;
  /** What is missing, in one sentence. */
  readonly message: string;

  constructor(kind: UndefinedKind, message: string) {
    this.kind = kind;
    this.message = message;
  }

  /** Refuses an operation that a missing value never supports. */
  refuse(): never {
    throw new Fault('undefined', this.message);
  }

  /** Refuses an operation that only the strict kind forbids: printing, looping, comparing, asking for truth. */
  refuseIfStrict(): void {
    if (this.kind === 'strict') this.refuse();
  }
}

/** Refuses a missing value where any value at all is needed. */
export function requireDefined(value: unknown): void {
  if (value instanceof Undefined) value.refuse();
}
