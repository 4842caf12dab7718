import { chmodSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { backup, DatabaseSync, type StatementSyncInstance } from '@photostructure/sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { createPrivately } from '../../base/files/create-privately.js';
import { makeFolders } from '../../base/files/make-folders.js';
import { decodeStoredText, encodeStoredText } from '../../base/text/stored-text.js';
import { requireContents } from './require-contents.js';
import { packedRows } from './row-packer.js';
import { asStoreFault } from './sqlite-fault.js';
import { waitForLock } from './wait-for-lock.js';

const STATEMENTS_KEPT = 200;
/** SQLite's own 2 MB are too few for the search indexes of a large library; it takes only what it needs. */
const CACHE_KIB = 32_768;

/**
 * Opens a database file, which is created with its folder when it is not there.
 *
 * @throws StoreUnavailableError when the file cannot be opened or is no database
 */
export async function openSqlite(file: string): Promise<SqliteConnection> {
  try {
    if (file !== ':memory:') {
      requireContents(file);
      makePlaceFor(file);
    }
    const database = new DatabaseSync(file, { timeout: 0 });
    await prepare(database);
    return new SqliteConnection(database, file);
  } catch (error) {
    throw asStoreFault(asCannotOpen(error), file);
  }
}

/**
 * Opens a database file to read from it, and changes nothing.
 *
 * @throws StoreUnavailableError when the file is not there, cannot be opened or is no database
 */
export function openSqliteToRead(file: string): SqliteConnection {
  try {
    requireContents(file);
    return new SqliteConnection(new DatabaseSync(file, { readOnly: true, timeout: 0 }), file);
  } catch (error) {
    throw asStoreFault(asCannotOpen(error), file);
  }
}

/** Answers may hold credentials: what the program makes is for its owner only. */
function makePlaceFor(file: string): void {
  makeFolders(dirname(file), 0o700);
  createPrivately(file);
  mendLogModes(file);
}

/**
 * SQLite gives its logs the mode that the file has when they are made. Of a file that was read-only for a while,
 * logs may be left that are so still, and nothing could be written although the file can be.
 */
function mendLogModes(file: string): void {
  const mode = modeOf(file);
  for (const log of [`${file}-wal`, `${file}-shm`]) {
    if (mode === undefined || (modeOf(log) ?? mode) === mode) continue;
    try {
      chmodSync(log, mode);
    } catch {
      // Somebody else's: what cannot be written is told when it is tried.
    }
  }
}

function modeOf(file: string): number | undefined {
  const mode = statSync(file, { throwIfNoEntry: false })?.mode;
  return mode === undefined ? undefined : mode & 0o777;
}

/**
 * `synchronous=full`: a commit is on the disk when it returns, because an answer somebody paid for must
 * survive a power cut, and one fsync a command is not felt. Switching to WAL needs the file for itself.
 */
async function prepare(database: InstanceType<typeof DatabaseSync>): Promise<void> {
  try {
    await waitForLock(() => database.exec('pragma journal_mode=wal'));
    database.exec(`pragma synchronous=full; pragma foreign_keys=on; pragma cache_size=-${CACHE_KIB}`);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Making the folder fails with the file system's own codes; to a person it is the same trouble. */
function asCannotOpen(error: unknown): unknown {
  const system = error instanceof Error && 'syscall' in error;
  return system ? Object.assign(error, { errcode: 14 }) : error;
}

/** A statement that can be run for many rows at once, too. */
interface FileStatement extends SqliteStatement {
  /**
   * Runs a statement that gives nothing back, for one list of parameters after the other. `run` has the binding make
   * an account of each, which is a tenth of what adding a row takes.
   */
  runEach(lists: Iterable<readonly unknown[]>): void;
}

/** One open file as Kysely's SQLite driver wants it, with statements kept ready and text escaped. */
export class SqliteConnection implements SqliteDatabase {
  readonly #database: InstanceType<typeof DatabaseSync>;
  readonly #location: string;
  readonly #statements = new Map<string, FileStatement>();

  constructor(database: InstanceType<typeof DatabaseSync>, location: string) {
    this.#database = database;
    this.#location = location;
    database.aggregate('packed_rows', packedRows());
  }

  prepare(sql: string): FileStatement {
    const kept = this.#statements.get(sql);
    if (kept !== undefined) return kept;
    if (this.#statements.size >= STATEMENTS_KEPT) this.#statements.clear();
    const statement = this.#guard(() => this.#wrap(this.#database.prepare(sql)));
    this.#statements.set(sql, statement);
    return statement;
  }

  /**
   * @param file made for its owner only, when it is not there
   * @throws StoreUnavailableError when it cannot be written
   */
  async backupTo(file: string): Promise<void> {
    try {
      createPrivately(file);
      await backup(this.#database, file);
    } catch (error) {
      throw asStoreFault(asCannotOpen(error), file);
    }
  }

  /** Whether a transaction is under way. Some faults, such as a full disk, end it by themselves. */
  get inTransaction(): boolean {
    return this.#database.isTransaction;
  }

  close(): void {
    this.#statements.clear();
    this.#intoOneFile();
    this.#database.close();
  }

  /**
   * The driver lets a database go only when its statements are garbage, which may be never. What is
   * committed is therefore brought into the file by hand, for those who copy it. Where that cannot be
   * done, it stays in the WAL file, where it is as safe.
   */
  #intoOneFile(): void {
    try {
      this.#database.exec('pragma wal_checkpoint(passive)');
    } catch {
      // The next one who opens the store does it.
    }
  }

  #wrap(statement: StatementSyncInstance): FileStatement {
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => this.#guard(() => statement.all(...encodeAll(parameters)).map(decodeRow)),
      run: (parameters) => this.#guard(() => statement.run(...encodeAll(parameters))),
      runEach: (lists) =>
        this.#guard(() => {
          for (const parameters of lists) statement.get(...encodeAll(parameters));
        }),
      iterate: (parameters) => this.#decodeEach(() => statement.iterate(...encodeAll(parameters))),
    };
  }

  *#decodeEach(begin: () => Iterable<unknown>): IterableIterator<unknown> {
    try {
      for (const row of begin()) yield decodeRow(row);
    } catch (error) {
      throw asStoreFault(error, this.#location);
    }
  }

  #guard<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      throw asStoreFault(error, this.#location);
    }
  }
}

/** Most statements have nothing to be escaped: their parameters are not copied. */
function encodeAll(parameters: readonly unknown[]): readonly unknown[] {
  for (const value of parameters) if (encoded(value) !== value) return parameters.map(encoded);
  return parameters;
}

function encoded(value: unknown): unknown {
  if (typeof value === 'number') return isTakenForZero(value) ? String(value) : value;
  return typeof value === 'string' ? encodeStoredText(value) : value;
}

/** The binding makes the integer 0 of it. As a text it becomes the very same number in a column of real numbers. */
function isTakenForZero(value: number): boolean {
  return value > 0 && value < Number.EPSILON;
}

/** The driver's rows have no prototype; a plain object is what the rest of the program expects. */
function decodeRow(row: unknown): unknown {
  const decoded: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(Object(row))) {
    decoded[column] = typeof value === 'string' ? decodeStoredText(value) : value;
  }
  return decoded;
}
