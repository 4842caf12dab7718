import { CompiledQuery, sql, type Transaction } from 'kysely';
import { encodeStoredText } from '../../base/text/stored-text.js';
import type { Database } from '../schema.js';
import type { TableDesign } from '../table-design.js';
import { type MadeAgain, whileAway } from './made-again.js';
import { copyIn } from './postgres-copy.js';
import { withClientOf } from './postgres-dialect.js';
import { inGroups, quotedName } from './stored-rows.js';
import type { StoredRow, StoredValue } from './upkeep.js';

const MOST_INSERTED_ROWS = 1000;
/** So many are sent at a time. */
const ROWS_SENT = 50;

/** A column's type as the server calls that of a list of its values. */
const lists = { text: 'text[]', integer: 'bigint[]', real: 'double precision[]', blob: 'bytea[]' } as const;

/** Adds rows in the quickest way that the server has for them. */
export async function insertRows(
  transaction: Transaction<Database>,
  table: TableDesign,
  added: readonly StoredRow[],
): Promise<void> {
  const isChecked = await isRowChecked(transaction, table);
  for (const group of inGroups(added, MOST_INSERTED_ROWS)) {
    if (group.length === 1) await insertRow(transaction, table, group[0] ?? []);
    else if (isChecked) await insertLists(transaction, table, group);
    else await copyRows(transaction, table, group);
  }
}

/** Whether the login is somebody for whom the server looks at each row; COPY is not for those. */
async function isRowChecked(transaction: Transaction<Database>, { name }: TableDesign): Promise<boolean> {
  const { rows } = await sql<{ active: boolean }>`
    select row_security_active(${quotedName(name)}) as active
  `.execute(transaction);
  return rows.some(({ active }) => active);
}

/** Long bytes go as they are only when they are a parameter of their own. */
async function insertRow(
  transaction: Transaction<Database>,
  table: TableDesign,
  row: StoredRow,
): Promise<void> {
  const places = table.columns.map((_, at) => `$${at + 1}`).join(', ');
  await transaction.executeQuery(
    CompiledQuery.raw(`insert into ${placeFor(table)} values (${places})`, [...row]),
  );
}

/** Each column is one parameter, which is sooner taken apart than thousands of them. */
async function insertLists(
  transaction: Transaction<Database>,
  table: TableDesign,
  rows: readonly StoredRow[],
): Promise<void> {
  const places = table.columns.map(({ type }, at) => `unnest($${at + 1}::${lists[type]})`).join(', ');
  const values = table.columns.map((_, at) => rows.map((row) => escaped(row[at] ?? null)));
  await transaction.executeQuery(
    CompiledQuery.raw(`insert into ${placeFor(table)} select ${places}`, values),
  );
}

function placeFor({ name, columns }: TableDesign): string {
  return `${quotedName(name)} (${columns.map((column) => quotedName(column.name)).join(', ')})`;
}

/** The driver of the store escapes texts, but not those in a list. */
function escaped(value: StoredValue): StoredValue {
  return typeof value === 'string' ? encodeStoredText(value) : value;
}

/** The server does nothing for each row but read and keep it: https://www.postgresql.org/docs/current/sql-copy.html */
async function copyRows(
  transaction: Transaction<Database>,
  table: TableDesign,
  rows: readonly StoredRow[],
): Promise<void> {
  await withClientOf(transaction, (client) =>
    copyIn(client, `copy ${placeFor(table)} from stdin`, copiedRows(rows)),
  );
}

function* copiedRows(rows: readonly StoredRow[]): Generator<string> {
  for (const few of inGroups(rows, ROWS_SENT)) yield few.map(copiedLine).join('');
}

/** A row in the text form of COPY. */
function copiedLine(row: StoredRow): string {
  return `${row.map(copied).join('\t')}\n`;
}

function copied(value: StoredValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string')
    return encodeStoredText(value).replace(/[\\\n\r\t]/g, (mark) => marks[mark] ?? mark);
  return `\\\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`;
}

/** What stands for the ends of values and of rows, and for what stands for them. */
const marks: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Whoever wants to read the table meanwhile waits, as for one that is emptied: nothing is in it yet. What is somebody
 * else's stays where it is.
 */
export async function withoutIndexesAndReferences(
  transaction: Transaction<Database>,
  table: TableDesign,
  fill: () => Promise<void>,
): Promise<void> {
  const parts = [...(await indexesOf(transaction, table)), ...(await referencesOf(transaction, table))];
  await whileAway(transaction, parts, fill);
}

/** In the order in which they were made. */
async function indexesOf(transaction: Transaction<Database>, { name }: TableDesign): Promise<MadeAgain[]> {
  const { rows } = await sql<MadeAgain>`
    select format('drop index %I', made.relname) as away, pg_get_indexdef(made.oid) as again
    from pg_index i join pg_class made on made.oid = i.indexrelid
    where i.indrelid = to_regclass(${quotedName(name)}) and not i.indisunique
      and pg_has_role(made.relowner, 'usage')
    order by made.oid
  `.execute(transaction);
  return rows;
}

/** What its rows refer to is looked for in one pass over all of them, instead of with each. */
async function referencesOf(transaction: Transaction<Database>, { name }: TableDesign): Promise<MadeAgain[]> {
  const { rows } = await sql<MadeAgain>`
    select format('alter table %I drop constraint %I', referring.relname, c.conname) as away,
      format('alter table %I add constraint %I %s', referring.relname, c.conname, pg_get_constraintdef(c.oid)) as again
    from pg_constraint c join pg_class referring on referring.oid = c.conrelid
    where c.conrelid = to_regclass(${quotedName(name)}) and c.contype = 'f'
      and pg_has_role(referring.relowner, 'usage')
    order by c.oid
  `.execute(transaction);
  return rows;
}
