import { type Kysely, type QueryExecutorProvider, sql, type Transaction } from 'kysely';
import { StoreUnavailableError } from '../errors.js';
import type { Database } from '../schema.js';
import type { TableDesign } from '../table-design.js';
import { insertRows, withoutIndexes, withoutLog } from './sqlite-filling.js';
import { keyOrder, rowOf } from './stored-rows.js';
import type { FoundTable, StoredRow, Upkeep } from './upkeep.js';

const MOST_FAULTS = 20;
const PAGE_FAULT = /^\*\*\* in database main \*\*\*\n?/;

export const sqliteUpkeep: Upkeep = {
  beginToRead: [sql`begin`],
  rows,
  fillingEmpty: withoutLog,
  filling: withoutIndexes,
  insert: insertRows,
  empty,
  // A key that is the row's number goes on behind the largest by itself.
  countOn: () => Promise.resolve(),
  tables,
  indexes,
  faults,
  quickFaults,
  sizeBytes,
  vacuum,
  isMisfit,
};

/** The statement is stepped through, so that no more than a row is in memory. */
async function* rows(reading: Kysely<Database>, table: TableDesign): AsyncGenerator<StoredRow> {
  const columns = table.columns.map(({ name }) => sql.ref(name).as(name));
  const ordered = reading
    .selectFrom(sql`${sql.table(table.name)}`.as('t'))
    .select(columns)
    .orderBy(keyOrder(table));
  for await (const found of ordered.stream()) yield rowOf(table, found);
}

/** From the last to the first, because each refers to those before it. */
async function empty(transaction: Transaction<Database>, all: readonly TableDesign[]): Promise<void> {
  for (const { name } of all.toReversed()) await sql`delete from ${sql.table(name)}`.execute(transaction);
  await forgetStatistics(transaction);
}

/** Queries would go on being planned for the rows that were there. */
async function forgetStatistics(transaction: Transaction<Database>): Promise<void> {
  const { rows: found } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and name like 'sqlite_stat_'
  `.execute(transaction);
  for (const { name } of found) await sql`delete from ${sql.table(name)}`.execute(transaction);
}

async function tables(executor: QueryExecutorProvider): Promise<FoundTable[]> {
  const { rows: found } = await sql<{ name: string; columns: string }>`
    select t.name, (select json_group_array(c.name) from pragma_table_info(t.name) c) as columns
    from pragma_table_list t
    where t.schema = 'main' and t.type in ('table', 'virtual') and t.name not like 'sqlite_%'
    order by t.name
  `.execute(executor);
  return found.map(({ name, columns }) => ({ name, columns: JSON.parse(columns) }));
}

async function indexes(executor: QueryExecutorProvider): Promise<string[]> {
  const { rows: found } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'index'
  `.execute(executor);
  return found.map(({ name }) => name);
}

function faults(executor: QueryExecutorProvider): Promise<string[]> {
  return examined(async () => {
    const { rows: found } = await sql<{ integrity_check: string }>`
      pragma integrity_check(${sql.raw(String(MOST_FAULTS))})
    `.execute(executor);
    return found.map(({ integrity_check }) => integrity_check);
  });
}

/** Without comparing the indexes with their tables. */
function quickFaults(executor: QueryExecutorProvider): Promise<string[]> {
  return examined(async () => {
    const { rows: found } = await sql<{ quick_check: string }>`
      pragma quick_check(${sql.raw(String(MOST_FAULTS))})
    `.execute(executor);
    return found.map(({ quick_check }) => quick_check);
  });
}

/** Of what is too damaged to be examined, the fault itself is what there is to say. */
async function examined(examine: () => Promise<string[]>): Promise<string[]> {
  try {
    const found = await examine();
    return found.map((finding) => finding.replace(PAGE_FAULT, '')).filter((finding) => finding !== 'ok');
  } catch (error) {
    if (error instanceof StoreUnavailableError && error.code === 'STORE_DAMAGED') return [error.message];
    throw error;
  }
}

async function sizeBytes(executor: QueryExecutorProvider): Promise<number> {
  const { rows: found } = await sql<{ bytes: number }>`
    select page_count * page_size as bytes from pragma_page_count, pragma_page_size
  `.execute(executor);
  return found[0]?.bytes ?? 0;
}

/** The log of changes has all of the file in it afterwards: it is brought into the file, as far as nobody reads it. */
async function vacuum(database: Kysely<Database>): Promise<void> {
  await sql`vacuum`.execute(database);
  await sql`pragma optimize`.execute(database);
  await sql`pragma wal_checkpoint(truncate)`.execute(database);
}

/** SQLite's code of a constraint that was not kept, or of a value of the wrong kind. */
const MISFITS = [19, 20];

function isMisfit(error: unknown): boolean {
  if (!(error instanceof Error && 'errcode' in error)) return false;
  return typeof error.errcode === 'number' && MISFITS.includes(error.errcode & 0xff);
}
