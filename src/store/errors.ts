import { PromptRunnerError, type Remedy } from '../base/errors.js';

/** The store cannot be used as it is: damaged, full, read-only, locked or out of reach. */
export class StoreUnavailableError extends PromptRunnerError {
  readonly code: StoreFault;
  readonly kind = 'failed';

  constructor(fault: StoreFault, message: string, remedy: Remedy, cause?: unknown) {
    super(message, remedy, { cause });
    this.code = fault;
  }
}

export type StoreFault =
  | 'STORE_NOT_A_DATABASE'
  | 'STORE_DAMAGED'
  | 'STORE_CANNOT_OPEN'
  | 'STORE_READ_ONLY'
  | 'STORE_FULL'
  | 'STORE_BUSY'
  | 'STORE_IO';

/** The store was written by a newer program; this one must not touch it. */
export class StoreTooNewError extends PromptRunnerError {
  readonly code = 'STORE_TOO_NEW';
  readonly kind = 'failed';

  constructor(location: string, found: number, known: number) {
    super(
      `The store ${location} has schema ${found}, written by a newer prompt-runner; this one knows schemas up to ${known}.`,
      { hint: 'Use the newer prompt-runner, or with it take the schema down: prompt-runner db downgrade.' },
    );
  }
}

/** The address names a kind of store that this version does not have. */
export class StoreUnsupportedError extends PromptRunnerError {
  readonly code = 'STORE_UNSUPPORTED';
  readonly kind = 'usage';

  constructor(address: string) {
    super(`"${address}" is not a store this version can use: it keeps its record in an SQLite file.`, {
      hint: 'Give a file path in PROMPT_RUNNER_DB or --db, or neither for the default file.',
    });
  }
}

/** A schema number that does not exist. */
export class SchemaNumberError extends PromptRunnerError {
  readonly code = 'SCHEMA_NUMBER_UNKNOWN';
  readonly kind = 'usage';
}
