/** What went wrong while a template ran, before it is known where. */
export type FaultKind = 'runtime' | 'undefined' | 'limit' | 'not-found';

/**
 * A failure inside the engine that does not know its place in the template yet.
 *
 * The value functions throw it; the compiled expression around them turns it into the public error with
 * line and column (see `SourceText.locate`). It never leaves the engine.
 */
export class Fault extends Error {
  readonly kind: FaultKind;
  /** What the error is about: names of templates not found, the budget that ran out. */
  readonly subject: readonly string[];

  constructor(kind: FaultKind, message: string, subject: readonly string[] = []) {
    super(message);
    this.kind = kind;
    this.subject = subject;
  }
}

/** A fault of values: a wrong type, a division by zero, a bad argument. */
export function runtimeFault(message: string): Fault {
  return new Fault('runtime', message);
}

/** A fault of a budget: `name` is the option that raises it. */
export function limitFault(name: string, message: string): Fault {
  return new Fault('limit', message, [name]);
}
