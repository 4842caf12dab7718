import { sql, type Transaction } from 'kysely';
import type { Database } from './schema.js';

/** SQLite makes a union of no more parts than 500 (https://sqlite.org/limits.html). */
const MOST_ROWS = 499;

/** Columns of a row: its key, and what is to be written. */
export type ColumnsOf<Table extends keyof Database> = {
  readonly [Column in keyof Database[Table]]?: unknown;
};

/**
 * Writes columns of several rows anew, with as few statements as can be.
 *
 * @param key the columns by which a row is found
 * @param rows each with its key and what is to be written; the same columns in all, in the same order
 * @example await updateRows(transaction, 'session_requests', ['session_id', 'number'], [{ session_id, number, text }]);
 */
export async function updateRows<Table extends keyof Database & string>(
  transaction: Transaction<Database>,
  table: Table,
  key: readonly (keyof Database[Table] & string)[],
  rows: readonly ColumnsOf<Table>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const written = columns.filter((column) => !key.some((name) => name === column));
  const changes = written.map((name) => sql`${sql.ref(name)} = ${sql.ref(`n.${name}`)}`);
  const isSame = key.map((name) => sql`${sql.ref(`o.${name}`)} = ${sql.ref(`n.${name}`)}`);
  // No row of the table itself: it gives the values the types of the columns.
  const typed = sql`select ${sql.join(columns.map((name) => sql.ref(name)))} from ${sql.table(table)} where 1 = 0`;
  for (let from = 0; from < rows.length; from += MOST_ROWS) {
    const values = rows
      .slice(from, from + MOST_ROWS)
      .map((row) => sql`select ${sql.join(Object.values(row))}`);
    await sql`
      update ${sql.table(table)} as o set ${sql.join(changes)}
      from (${sql.join([typed, ...values], sql` union all `)}) as n where ${sql.join(isSame, sql` and `)}
    `.execute(transaction);
  }
}
