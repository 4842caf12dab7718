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
  /** The file is the database of another program. */
  | 'STORE_OF_OTHERS'
  | 'STORE_CANNOT_OPEN'
  | 'STORE_READ_ONLY'
  /** A process that was ended left a change half done; it can be taken back. */
  | 'STORE_INTERRUPTED'
  | 'STORE_FULL'
  | 'STORE_BUSY'
  | 'STORE_IO'
  /** The server does not answer. */
  | 'STORE_UNREACHABLE'
  /** The server broke off; nothing of what was begun was written. */
  | 'STORE_CONNECTION_LOST'
  /** The server broke off while it confirmed a change. */
  | 'STORE_UNCERTAIN'
  /** The server does not let this login in. */
  | 'STORE_ACCESS_DENIED'
  /** There is no such database on the server. */
  | 'STORE_NO_DATABASE'
  /** The server does not allow that to this login. */
  | 'STORE_NOT_ALLOWED';

/** Whether nobody knows what became of a change, so that it must not be made again without looking. */
export function isUncertain(error: unknown): boolean {
  return error instanceof StoreUnavailableError && error.code === 'STORE_UNCERTAIN';
}

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
    super(
      `"${address}" is not a store this version can use: it keeps its record in an SQLite file or in PostgreSQL.`,
      {
        hint: 'Give a file path or postgres://USER@HOST/DATABASE in PROMPT_RUNNER_DB or --db, or neither for the default file.',
      },
    );
  }
}

/** The address of a server cannot be read. */
export class StoreAddressError extends PromptRunnerError {
  readonly code = 'STORE_ADDRESS';
  readonly kind = 'usage';

  constructor(address: string) {
    super(`"${address}" is not the address of a PostgreSQL database.`, {
      hint: 'It looks like postgres://USER:PASSWORD@HOST:5432/DATABASE; signs such as @ and / in the password are written as %40 and %2F.',
    });
  }
}

/** A server's store has an older schema: it is for somebody to say when it changes for all who use it. */
export class StoreOutdatedError extends PromptRunnerError {
  readonly code = 'STORE_OUTDATED';
  readonly kind = 'failed';

  constructor(location: string, found: number, known: number) {
    super(
      found === 0
        ? `The store ${location} is empty.`
        : `The store ${location} has schema ${found}, and this prompt-runner needs ${known}.`,
      {
        hint:
          found === 0
            ? 'Make its tables first.'
            : 'Bring it up to date when everybody who uses it has this version; a backup first is a good idea.',
        next: 'prompt-runner db upgrade',
      },
    );
  }
}

/** A server has the store, and lets this login see nothing of it. */
export class StoreClosedToLoginError extends PromptRunnerError {
  readonly code = 'STORE_CLOSED_TO_LOGIN';
  readonly kind = 'not-allowed';

  constructor(location: string, login: string, owner: string) {
    super(`The store ${location} is not open to ${login}.`, {
      hint: `${owner}, who made its tables, lets a login in:`,
      next: `prompt-runner db grant ${login} --project NAME --role editor`,
    });
  }
}

/** A schema number that does not exist. */
export class SchemaNumberError extends PromptRunnerError {
  readonly code = 'SCHEMA_NUMBER_UNKNOWN';
  readonly kind = 'usage';
}

/** Without an admin nobody could say any more who may do what. */
export class LastAdminError extends PromptRunnerError {
  readonly code = 'LAST_ADMIN';
  readonly kind = 'not-allowed';

  constructor() {
    super('The last admin cannot be taken away: nobody could say any more who may do what.', {
      hint: 'Make somebody else an admin first.',
    });
  }
}
