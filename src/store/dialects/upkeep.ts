import { type Kysely, type QueryExecutorProvider, type RawBuilder, sql, type Transaction } from 'kysely';
import type { Database } from '../schema.js';
import type { TableDesign } from '../table-design.js';
import { capabilitiesOf } from './capabilities.js';

/** What stands in a column: text, a number, bytes, or nothing. */
export type StoredValue = string | number | Uint8Array | null;

/** The values of a row, in the order of its table's columns. */
export type StoredRow = readonly StoredValue[];

/** A table as it is found in a database. */
export interface FoundTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** What looking after a whole database takes, which the databases do differently. */
export interface Upkeep {
  /** What begins a transaction that sees the store as it is at this moment, and writes nothing. */
  readonly beginToRead: readonly RawBuilder<unknown>[];
  /** The rows of a table in the order of its key. A few are in memory at a time, and of large ones but one. */
  rows(reading: Kysely<Database>, table: TableDesign): AsyncIterable<StoredRow>;
  /** Does work that fills a store in which nothing is yet. */
  fillingEmpty<Result>(database: Kysely<Database>, fill: () => Promise<Result>): Promise<Result>;
  /** Does work that adds many rows to a table. What is quicker made from all of them is made after it, as it was. */
  filling(transaction: Transaction<Database>, table: TableDesign, fill: () => Promise<void>): Promise<void>;
  /** Adds rows. */
  insert(transaction: Transaction<Database>, table: TableDesign, rows: readonly StoredRow[]): Promise<void>;
  /** Takes all rows out of tables. */
  empty(transaction: Transaction<Database>, tables: readonly TableDesign[]): Promise<void>;
  /** Lets columns that count by themselves go on behind what is there. */
  countOn(transaction: Transaction<Database>, tables: readonly TableDesign[]): Promise<void>;
  tables(executor: QueryExecutorProvider): Promise<readonly FoundTable[]>;
  /** The names of all indexes. */
  indexes(executor: QueryExecutorProvider): Promise<readonly string[]>;
  /** What the database itself finds wrong with how it is stored, each as the end of a sentence. */
  faults(executor: QueryExecutorProvider): Promise<readonly string[]>;
  /** The same, as far as it is found out quickly. */
  quickFaults(executor: QueryExecutorProvider): Promise<readonly string[]>;
  /** How much room the tables and indexes take, in bytes. */
  sizeBytes(executor: QueryExecutorProvider): Promise<number>;
  /** Gives back the room of what was removed, and brings up to date what queries are planned by. */
  vacuum(database: Kysely<Database>): Promise<void>;
  /** Whether an error says that rows do not fit their tables. */
  isMisfit(error: unknown): boolean;
}

/** How the database of an executor is looked after; loaded only where somebody does. */
export async function upkeepOf(executor: QueryExecutorProvider): Promise<Upkeep> {
  return capabilitiesOf(executor).dialect === 'sqlite'
    ? (await import('./sqlite-upkeep.js')).sqliteUpkeep
    : (await import('./postgres-upkeep.js')).postgresUpkeep;
}

/**
 * Reads in a store that stands still meanwhile, while others go on writing theirs.
 *
 * @throws what the work throws
 */
export async function whileStill<Result>(
  database: Kysely<Database>,
  work: (reading: Kysely<Database>, upkeep: Upkeep) => Promise<Result>,
): Promise<Result> {
  const upkeep = await upkeepOf(database);
  return database.connection().execute(async (reading) => {
    try {
      for (const statement of upkeep.beginToRead) await statement.execute(reading);
      return await work(reading, upkeep);
    } finally {
      await endReading(reading);
    }
  });
}

/** What went wrong before is worth more to know than that the end failed too, as it does on a lost connection. */
async function endReading(reading: Kysely<Database>): Promise<void> {
  try {
    await sql`rollback`.execute(reading);
  } catch {
    // Nothing was written that would have to be taken back.
  }
}
