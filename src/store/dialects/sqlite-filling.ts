import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '../schema.js';
import type { TableDesign } from '../table-design.js';
import { type MadeAgain, whileAway } from './made-again.js';
import { fileOf } from './sqlite-dialect.js';
import { isBusyFault } from './sqlite-fault.js';
import { quotedName } from './stored-rows.js';
import type { StoredRow } from './upkeep.js';

/** So many threads sort an index besides. */
const SORTING_THREADS = 2;
/** An index is sorted in pieces of this size, in KiB. Those that the processor has at hand are quicker than larger ones. */
const SORTED_KIB = 4096;

/**
 * Fills an empty store. The log of changes would have every page written twice, first there and then into the file;
 * a rollback journal keeps what was there before, which is next to nothing
 * (https://sqlite.org/lockingv3.html#rollback). Where somebody else has the file open, the log stays.
 */
export async function withoutLog<Result>(
  database: Kysely<Database>,
  fill: () => Promise<Result>,
): Promise<Result> {
  await leaveLog(database);
  try {
    return await fill();
  } finally {
    await returnToLog(database);
  }
}

/** Whoever has the file open may have it for hours: it is not waited for. */
function leaveLog(database: Kysely<Database>): Promise<void> {
  return database.connection().execute(async (held) => {
    try {
      fileOf(held).prepare('pragma journal_mode=delete').all([]);
    } catch (error) {
      if (!isBusyFault(error)) throw error;
    }
  });
}

/** What was filled is in the file for good, whether this is possible or not. Who opens it next does it, too. */
async function returnToLog(database: Kysely<Database>): Promise<void> {
  await database.connection().execute(async (held) => {
    try {
      fileOf(held).prepare('pragma journal_mode=wal').all([]);
    } catch {
      // A store without a log is as safe.
    }
  });
}

/** Text that stands in a statement as it is: it has no quote that could end it there, and nothing to be escaped. */
const STANDS_IN_SQL = /^[ -&(-~]{0,100}$/;

/**
 * Adds rows to a table, each by itself: of a statement that adds several, SQLite keeps a journal to take them back,
 * and looks for what refers to them already. What is the same in all rows is said once, in the statement: to hand over
 * a value takes longer than to store it, and of a table of many columns most are empty or the same for long.
 */
export async function insertRows(
  transaction: Transaction<Database>,
  { name, columns }: TableDesign,
  rows: readonly StoredRow[],
): Promise<void> {
  const names = columns.map((column) => quotedName(column.name)).join(', ');
  const inAll = columns.map((_, at) => literalInAll(rows, at));
  const places = inAll.map((literal) => literal ?? '?').join(', ');
  const insert = `insert into ${quotedName(name)} (${names}) values (${places})`;
  const differing = inAll.flatMap((literal, at) => (literal === null ? [at] : []));
  const parameters = rows.map((row) => differing.map((at) => row[at]));
  fileOf(transaction).prepare(insert).runEach(parameters);
}

/** @returns null where the rows differ in a column, or the value is one to be handed over */
function literalInAll(rows: readonly StoredRow[], at: number): string | null {
  const first = rows[0]?.[at];
  if (first === undefined || rows.some((row) => row[at] !== first)) return null;
  if (first === null) return 'null';
  return typeof first === 'string' && STANDS_IN_SQL.test(first) ? `'${first}'` : null;
}

/** Those that are made again are sorted by several threads. */
export async function withoutIndexes(
  transaction: Transaction<Database>,
  table: TableDesign,
  fill: () => Promise<void>,
): Promise<void> {
  await whileAway(transaction, await indexesOf(transaction, table), fill, (make) =>
    withPragma(transaction, 'threads', SORTING_THREADS, () =>
      withPragma(transaction, 'cache_size', -SORTED_KIB, make),
    ),
  );
}

/** In the order in which they were made. */
async function indexesOf(transaction: Transaction<Database>, { name }: TableDesign): Promise<MadeAgain[]> {
  const { rows } = await sql<{ name: string; again: string }>`
    select made.name, made.sql as again
    from sqlite_master made join pragma_index_list(${name}) listed on listed.name = made.name
    where made.type = 'index' and made.sql is not null and listed."unique" = 0
    order by made.rowid
  `.execute(transaction);
  return rows.map(({ name: index, again }) => ({ away: `drop index ${quotedName(index)}`, again }));
}

async function withPragma(
  transaction: Transaction<Database>,
  name: 'cache_size' | 'threads',
  value: number,
  work: () => Promise<void>,
): Promise<void> {
  const usual = await sql<Record<typeof name, number>>`pragma ${sql.raw(name)}`.execute(transaction);
  const set = (to: number) => sql`pragma ${sql.raw(name)} = ${sql.raw(String(to))}`.execute(transaction);
  await set(value);
  try {
    await work();
  } finally {
    for (const row of usual.rows) await set(row[name]);
  }
}
