import { CompiledQuery, sql, type Transaction } from 'kysely';
import { encodeStoredText } from '../../base/text/stored-text.js';
import type { Database } from '../schema.js';
import type { TableDesign } from '../table-design.js';
import { type IndexMade, withIndexesAway } from './indexes-away.js';
import { inGroups, quotedName } from './stored-rows.js';
import type { StoredRow, StoredValue } from './upkeep.js';

const MOST_INSERTED_ROWS = 1000;

/** A column's type as the server calls that of a list of its values. */
const lists = { text: 'text[]', integer: 'bigint[]', real: 'double precision[]', blob: 'bytea[]' } as const;

export async function insertRows(
  transaction: Transaction<Database>,
  table: TableDesign,
  added: readonly StoredRow[],
): Promise<void> {
  const columns = table.columns.map(({ name }) => quotedName(name)).join(', ');
  const into = `insert into ${quotedName(table.name)} (${columns})`;
  for (const group of inGroups(added, MOST_INSERTED_ROWS)) {
    const [first = []] = group;
    await transaction.executeQuery(
      group.length === 1
        ? CompiledQuery.raw(`${into} values (${places(table)})`, [...first])
        : CompiledQuery.raw(`${into} select ${listPlaces(table)}`, listsOf(table, group)),
    );
  }
}

/** Long bytes go as they are only when they are a parameter of their own. */
function places({ columns }: TableDesign): string {
  return columns.map((_, at) => `$${at + 1}`).join(', ');
}

function listPlaces({ columns }: TableDesign): string {
  return columns.map(({ type }, at) => `unnest($${at + 1}::${lists[type]})`).join(', ');
}

/** Each column is one parameter, which is sooner taken apart than thousands of them. */
function listsOf({ columns }: TableDesign, group: readonly StoredRow[]): StoredValue[][] {
  return columns.map((_, at) => group.map((row) => escaped(row[at] ?? null)));
}

/** The driver of the store escapes texts, but not those in a list. */
function escaped(value: StoredValue): StoredValue {
  return typeof value === 'string' ? encodeStoredText(value) : value;
}

/**
 * Whoever wants to read the table meanwhile waits, as for one that is emptied: nothing is in it yet. Indexes stay
 * where they are somebody else's, whose only they are to take away.
 */
export async function withoutIndexes(
  transaction: Transaction<Database>,
  table: TableDesign,
  fill: () => Promise<void>,
): Promise<void> {
  await withIndexesAway(transaction, await indexesOf(transaction, table), fill);
}

/** In the order in which they were made. */
async function indexesOf(transaction: Transaction<Database>, { name }: TableDesign): Promise<IndexMade[]> {
  const { rows } = await sql<IndexMade>`
    select made.relname as name, pg_get_indexdef(made.oid) as statement
    from pg_index i join pg_class made on made.oid = i.indexrelid
    where i.indrelid = to_regclass(${quotedName(name)}) and not i.indisunique
      and pg_has_role(made.relowner, 'usage')
    order by made.oid
  `.execute(transaction);
  return rows;
}
