import { type StoreFault, StoreUnavailableError } from '../errors.js';

/** What an error of the server, or of the way to it, means to a person. */
interface PostgresFault {
  readonly fault: StoreFault;
  /** Goes on after the store's name. */
  readonly why: string;
  readonly hint: string;
}

const unreachable: PostgresFault = {
  fault: 'STORE_UNREACHABLE',
  why: 'cannot be reached',
  hint: 'Check the address, and whether the server runs and lets this machine connect.',
};

const lost: PostgresFault = {
  fault: 'STORE_CONNECTION_LOST',
  why: 'broke off the connection',
  hint: 'Repeat the command; what was not confirmed was not written.',
};

const busy: PostgresFault = {
  fault: 'STORE_BUSY',
  why: 'is kept busy by others',
  hint: 'Try again in a moment.',
};

const denied: PostgresFault = {
  fault: 'STORE_ACCESS_DENIED',
  why: 'does not let this login in',
  hint: 'Check user and password in the address, and that the login may connect to the database.',
};

const io: PostgresFault = {
  fault: 'STORE_IO',
  why: 'could not be read or written: the server reports an error of its machine',
  hint: "Look at the server's log; nothing that was confirmed before is lost.",
};

const damaged: PostgresFault = {
  fault: 'STORE_DAMAGED',
  why: 'is damaged',
  hint: "Look at the server's log, and restore a backup (prompt-runner db backup makes them).",
};

/** By SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html), or by the system's own code. */
const faults: Readonly<Record<string, PostgresFault>> = {
  ECONNREFUSED: unreachable,
  ENOTFOUND: unreachable,
  EAI_AGAIN: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ETIMEDOUT: unreachable,
  ENOENT: unreachable,
  ECONNRESET: lost,
  EPIPE: lost,
  '08000': lost,
  '08001': unreachable,
  '08003': lost,
  '08004': denied,
  '08006': lost,
  '25006': {
    fault: 'STORE_READ_ONLY',
    why: 'cannot be written: the server is read-only, such as a standby',
    hint: 'Give the address of the primary server.',
  },
  '28000': denied,
  '28P01': denied,
  '3D000': {
    fault: 'STORE_NO_DATABASE',
    why: 'does not exist on that server',
    hint: 'Make it with createdb, or mend the name in the address.',
  },
  '40001': busy,
  '40P01': busy,
  '42501': {
    fault: 'STORE_NOT_ALLOWED',
    why: 'does not allow that to this login',
    hint: 'Ask whoever administers the store to grant it: prompt-runner db grant.',
  },
  '53100': {
    fault: 'STORE_FULL',
    why: "could not be written: the server's disk is full",
    hint: 'Make room on the server and repeat the command; nothing that was confirmed before is lost.',
  },
  '53300': { ...busy, why: 'has too many connections' },
  '55P03': busy,
  '57P01': lost,
  '57P02': lost,
  '57P03': { ...busy, why: 'is being started or stopped' },
  '57P05': lost,
  '58000': io,
  '58030': io,
  XX001: damaged,
  XX002: damaged,
};

/** In the driver's words. */
const NOT_SENT = 'not queryable';

/** The driver gives no code when the other side closes the connection, or never answers. */
const byMessage: readonly (readonly [words: string, fault: PostgresFault])[] = [
  ['Connection terminated due to connection timeout', unreachable],
  ['timeout exceeded when trying to connect', unreachable],
  ['Connection terminated', lost],
  ['Client has encountered a connection error', lost],
  [NOT_SENT, lost],
  ['SSL', unreachable],
  ['SASL', denied],
];

/** The driver's error as one that a person can act on; any other error as it is. */
export function asPostgresFault(error: unknown, location: string): unknown {
  const known = faultOf(error);
  if (known === undefined || !(error instanceof Error)) return error;
  const reason = error.message === '' ? '' : ` (${error.message})`;
  return new StoreUnavailableError(
    known.fault,
    `The store ${location} ${known.why}${reason}.`,
    { hint: known.hint },
    error,
  );
}

/** Whether the connection is no good any more. */
export function isLostConnection(error: unknown): boolean {
  return error instanceof StoreUnavailableError && error.code === 'STORE_CONNECTION_LOST';
}

/** Whether the connection was lost while the server may have been at it: nobody knows whether it still did it. */
export function isLostOnTheWay(error: unknown): boolean {
  return isLostConnection(error) && !(error instanceof Error && saysNotSent(error.cause));
}

/** What is not sent on a connection that was known to be lost is certainly not done. */
function saysNotSent(cause: unknown): boolean {
  return cause instanceof Error && cause.message.includes(NOT_SENT);
}

/** Whether others were in the way, or the server was away for a moment: what was begun can be done again. */
export function isPostgresConflict(error: unknown): boolean {
  if (!(error instanceof StoreUnavailableError)) return false;
  return ['STORE_BUSY', 'STORE_CONNECTION_LOST', 'STORE_UNREACHABLE'].includes(error.code);
}

function faultOf(error: unknown): PostgresFault | undefined {
  if (error instanceof AggregateError) return faultOf(error.errors[0]);
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  return faults[code] ?? byMessage.find(([words]) => error.message.includes(words))?.[1];
}
