import { CompiledQuery, sql, type Transaction } from 'kysely';
import type { Database } from '../schema.js';
import type { TableDesign } from '../table-design.js';
import { fileOf } from './sqlite-dialect.js';
import { quotedName } from './stored-rows.js';
import type { StoredRow } from './upkeep.js';

/** An index is sorted in pieces of this size. Those that the processor has at hand are quicker than larger ones. */
const SORTED_KIB = 8192;

/**
 * Adds rows to a table, each by itself: of a statement that adds several, SQLite keeps a journal to take them back,
 * and looks for what refers to them already.
 */
export async function insertRows(
  transaction: Transaction<Database>,
  { name, columns }: TableDesign,
  rows: readonly StoredRow[],
): Promise<void> {
  const names = columns.map((column) => quotedName(column.name)).join(', ');
  const places = columns.map(() => '?').join(', ');
  const statement = fileOf(transaction).prepare(
    `insert into ${quotedName(name)} (${names}) values (${places})`,
  );
  for (const row of rows) statement.run(row);
}

/**
 * Does work that adds many rows to a table while its indexes are away, and makes each again from all rows, as it was:
 * that takes less than half the time of changing it with every row. Those that keep rows unique stay, so that a row
 * that does not fit is found as it comes.
 */
export async function withoutIndexes(
  transaction: Transaction<Database>,
  table: TableDesign,
  fill: () => Promise<void>,
): Promise<void> {
  const indexes = await indexesOf(transaction, table);
  for (const { name } of indexes) await sql`drop index ${sql.ref(name)}`.execute(transaction);
  await fill();
  await withCache(transaction, -SORTED_KIB, async () => {
    for (const { statement } of indexes) await transaction.executeQuery(CompiledQuery.raw(statement));
  });
}

interface Index {
  readonly name: string;
  readonly statement: string;
}

/** In the order in which they were made. */
async function indexesOf(transaction: Transaction<Database>, { name }: TableDesign): Promise<Index[]> {
  const { rows } = await sql<Index>`
    select made.name, made.sql as statement
    from sqlite_master made join pragma_index_list(${name}) listed on listed.name = made.name
    where made.type = 'index' and made.sql is not null and listed."unique" = 0
    order by made.rowid
  `.execute(transaction);
  return rows;
}

/** @param size in pages, or below zero in KiB, as SQLite counts it */
async function withCache(
  transaction: Transaction<Database>,
  size: number,
  work: () => Promise<void>,
): Promise<void> {
  const usual = await sql<{ cache_size: number }>`pragma cache_size`.execute(transaction);
  const resize = (to: number) => sql`pragma cache_size = ${sql.raw(String(to))}`.execute(transaction);
  await resize(size);
  try {
    await work();
  } finally {
    for (const { cache_size } of usual.rows) await resize(cache_size);
  }
}
