import { type Kysely, type QueryExecutorProvider, sql, type Transaction } from 'kysely';
import type { Database } from '../schema.js';
import type { TableDesign } from '../table-design.js';
import { insertRows, withoutIndexesAndReferences } from './postgres-filling.js';
import { keyOrder, rowOf } from './stored-rows.js';
import type { FoundTable, StoredRow, Upkeep } from './upkeep.js';

/** So many bytes are fetched at a time, or one row that is larger. */
const MOST_FETCHED_BYTES = 4_000_000;
const MOST_FETCHED_ROWS = 2000;

export const postgresUpkeep: Upkeep = {
  beginToRead: [
    sql`begin isolation level repeatable read read only`,
    // Who may not see every row is told so, instead of being given a part for the whole.
    sql`set local row_security = off`,
  ],
  rows,
  fillingEmpty: (_database, fill) => fill(),
  filling: withoutIndexesAndReferences,
  insert: insertRows,
  empty,
  countOn,
  tables,
  indexes,
  faults,
  quickFaults: faults,
  sizeBytes,
  vacuum,
  isMisfit,
};

/**
 * Two cursors go over the table: one tells how large the rows are, so that the other takes as many at a time as
 * memory is meant for. The size of a long value is known without reading it.
 */
async function* rows(reading: Kysely<Database>, table: TableDesign): AsyncGenerator<StoredRow> {
  const from = sql`from ${sql.table(table.name)} order by ${keyOrder(table)}`;
  const sizes = table.columns
    .filter(({ type }) => type === 'text' || type === 'blob')
    .map(({ name }) => sql`coalesce(octet_length(${sql.ref(name)}), 0)`);
  const size = sizes.length === 0 ? sql`0` : sql.join(sizes, sql` + `);
  const columns = sql.join(table.columns.map(({ name }) => sql.ref(name)));
  await sql`declare sizes no scroll cursor for select ${size} as size ${from}`.execute(reading);
  await sql`declare contents no scroll cursor for select ${columns} ${from}`.execute(reading);
  for (;;) {
    const { rows: ahead } = await fetch<{ size: number }>(reading, 'sizes', MOST_FETCHED_ROWS);
    if (ahead.length === 0) break;
    for (const count of portions(ahead.map((row) => row.size))) {
      const { rows: found } = await fetch<object>(reading, 'contents', count);
      for (const row of found) yield rowOf(table, row);
    }
  }
  await sql`close sizes`.execute(reading);
  await sql`close contents`.execute(reading);
}

function fetch<Row>(reading: Kysely<Database>, cursor: string, count: number) {
  return sql<Row>`fetch ${sql.raw(String(count))} from ${sql.ref(cursor)}`.execute(reading);
}

/** How many rows are taken at a time. */
function* portions(sizes: readonly number[]): Generator<number> {
  let [count, bytes] = [0, 0];
  for (const size of sizes) {
    if (count > 0 && bytes + size > MOST_FETCHED_BYTES) {
      yield count;
      [count, bytes] = [0, 0];
    }
    count += 1;
    bytes += size;
  }
  if (count > 0) yield count;
}

async function empty(transaction: Transaction<Database>, all: readonly TableDesign[]): Promise<void> {
  if (all.length === 0) return;
  const names = sql.join(all.map(({ name }) => sql.table(name)));
  // What hangs on them are search indexes only.
  await sql`truncate ${names} cascade`.execute(transaction);
}

async function countOn(transaction: Transaction<Database>, all: readonly TableDesign[]): Promise<void> {
  for (const { name, key } of all) {
    const [column, ...others] = key;
    if (column === undefined || others.length > 0) continue;
    await sql`
      select setval(counter, greatest(last, 1), last > 0) from (
        select pg_get_serial_sequence(${name}, ${column}) as counter,
          (select coalesce(max(t.${sql.ref(column)})::text, '0')::bigint from ${sql.table(name)} t
            where pg_get_serial_sequence(${name}, ${column}) is not null) as last
      ) found where counter is not null
    `.execute(transaction);
  }
}

async function tables(executor: QueryExecutorProvider): Promise<FoundTable[]> {
  const { rows: found } = await sql<{ table: string; columns: string[] }>`
    select c.relname as "table", array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
    group by c.relname order by c.relname
  `.execute(executor);
  return found.map(({ table, columns }) => ({ name: table, columns }));
}

async function indexes(executor: QueryExecutorProvider): Promise<string[]> {
  const { rows: found } = await sql<{ name: string }>`
    select indexname as name from pg_indexes where schemaname = current_schema()
  `.execute(executor);
  return found.map(({ name }) => name);
}

/** The server keeps its pages sound by itself; what it knows to be unfinished is all that it can tell. */
async function faults(executor: QueryExecutorProvider): Promise<string[]> {
  const { rows: found } = await sql<{ fault: string }>`
    select 'the index ' || c.relname || ' is not valid' as fault
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where c.relnamespace = current_schema()::regnamespace and not (i.indisvalid and i.indisready)
    union all
    select 'the constraint ' || conname || ' of ' || conrelid::regclass || ' was never checked'
    from pg_constraint where connamespace = current_schema()::regnamespace and not convalidated
    order by fault
  `.execute(executor);
  return found.map(({ fault }) => fault);
}

async function sizeBytes(executor: QueryExecutorProvider): Promise<number> {
  const { rows: found } = await sql<{ bytes: number }>`
    select coalesce(sum(pg_total_relation_size(oid)), 0) as bytes from pg_class
    where relnamespace = current_schema()::regnamespace and relkind = 'r'
  `.execute(executor);
  return found[0]?.bytes ?? 0;
}

async function vacuum(database: Kysely<Database>): Promise<void> {
  for (const { name } of await tables(database))
    await sql`vacuum (analyze) ${sql.table(name)}`.execute(database);
}

/** The classes of errors for data and for constraints. */
function isMisfit(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code));
}
