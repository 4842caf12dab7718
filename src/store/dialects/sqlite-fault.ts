import { existsSync } from 'node:fs';
import { shellWord } from '../../base/text/shell-word.js';
import { type StoreFault, StoreUnavailableError } from '../errors.js';
import { newestBackup } from './newest-backup.js';

/** What a result code of SQLite means to a person. */
export interface SqliteFault {
  readonly fault: StoreFault;
  /** Goes on after the store's name. */
  readonly why: string;
  readonly hint: string;
}

const READ_ONLY = 8;

/** SQLite's primary result codes that a person can do something about (https://sqlite.org/rescode.html). */
export const sqliteFaults: Readonly<Record<number, SqliteFault>> = {
  5: {
    fault: 'STORE_BUSY',
    why: 'is locked by another process that has not let go in time',
    hint: 'Try again; if it stays, look for a prompt-runner that hangs.',
  },
  [READ_ONLY]: {
    fault: 'STORE_READ_ONLY',
    why: 'cannot be written: the file or its folder is read-only',
    hint: 'Give yourself permission to write there, or choose another file with --db.',
  },
  10: {
    fault: 'STORE_IO',
    why: 'could not be read or written: the disk reports an error',
    hint: 'Check whether the disk is full or failing; nothing that was confirmed before is lost.',
  },
  11: {
    fault: 'STORE_DAMAGED',
    why: 'is damaged',
    hint: 'Keep the file as it is, and put a backup in its place; prompt-runner db check says what is wrong with it.',
  },
  13: {
    fault: 'STORE_FULL',
    why: 'could not be written: the disk is full',
    hint: 'Make room and repeat the command; nothing that was confirmed before is lost.',
  },
  14: {
    fault: 'STORE_CANNOT_OPEN',
    why: 'cannot be opened',
    hint: 'Check that the folder exists and that you may write there, or choose another file with --db.',
  },
  26: {
    fault: 'STORE_NOT_A_DATABASE',
    why: 'is not an SQLite database',
    hint: 'Choose another file with --db, or put a backup in its place; the file was left as it is.',
  },
};

/** What SQLite says of a store that is only read, when the change has to be taken back first that a process left. */
const interrupted: SqliteFault = {
  fault: 'STORE_INTERRUPTED',
  why: 'was left in the middle of a change, by a process that was ended or by the machine',
  hint: 'prompt-runner db check takes that change back, as does every command that writes: nothing that was confirmed before is lost.',
};

/** The driver's error as one that a person can act on; any other error as it is. */
export function asStoreFault(error: unknown, location: string): unknown {
  const code = primaryCode(error);
  const known = code === READ_ONLY && existsSync(`${location}-journal`) ? interrupted : faultOf(code);
  if (known === undefined) return error;
  const isBroken = known.fault === 'STORE_DAMAGED' || known.fault === 'STORE_NOT_A_DATABASE';
  const hint = isBroken ? withBackup(known.hint, location) : known.hint;
  return new StoreUnavailableError(known.fault, `The store ${location} ${known.why}.`, { hint }, error);
}

function faultOf(code: number | undefined): SqliteFault | undefined {
  return code === undefined ? undefined : sqliteFaults[code];
}

/** A hint that also tells which backup there is, with the command that puts it in place. */
export function withBackup(hint: string, location: string): string {
  const backup = newestBackup(location);
  return backup === null
    ? hint
    : `${hint} The newest backup beside it goes there by: ${restoring(backup, location)}`;
}

/** The store may be another than the one that commands work with unless told otherwise. */
function restoring(backup: string, location: string): string {
  return `prompt-runner db restore ${shellWord(backup)} --db ${shellWord(location)}`;
}

/** Whether somebody else has the lock that was needed. */
export function isBusyFault(error: unknown): boolean {
  if (error instanceof StoreUnavailableError) return error.code === 'STORE_BUSY';
  return primaryCode(error) === 5;
}

/** An extended result code carries the primary one in its lowest byte. */
function primaryCode(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.message.startsWith(TOO_LARGE)) return 11;
  if ('errcode' in error) {
    const code = typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
    return code === 1 && saysDamagedSchema.test(error.message) ? 11 : code;
  }
  return 'code' in error && error.code === 'ERR_SQLITE_ERROR' ? codeByMessage[error.message] : undefined;
}

/** The driver's word for numbers of more than 53 bits, which the program never writes. */
const TOO_LARGE = 'Value is too large to be represented as a JavaScript number';

/** Of a search index whose declaration, as it stands in the file, is none: the program never makes such ones. */
const saysDamagedSchema =
  /^(?:unrecognized (?:column )?option|no such (?:module|tokenizer)|vtable constructor failed)/;

/** While it reads rows, the driver gives no code: SQLite's own words for them (sqlite3_errstr) have to do. */
const codeByMessage: Readonly<Record<string, number>> = {
  'database is locked': 5,
  'attempt to write a readonly database': 8,
  'disk I/O error': 10,
  'database disk image is malformed': 11,
  'database or disk is full': 13,
  'unable to open database file': 14,
  'file is not a database': 26,
};
