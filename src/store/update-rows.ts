import {
  type CompiledQuery,
  type RawBuilder,
  type Selectable,
  type SqlBool,
  sql,
  type Transaction,
} from 'kysely';
import type { Database } from './schema.js';

/** SQLite makes a union of no more parts than 500 (https://sqlite.org/limits.html). */
const MOST_ROWS = 499;

/** Columns of a row: its key, and what is to be written. */
export type ColumnsOf<Table extends keyof Database> = {
  readonly [Column in keyof Database[Table]]?: unknown;
};

/** What else is to be said of an update. */
export interface UpdateTerms<Column extends string> {
  /** What all rows get alike, column by column. */
  readonly alike?: RawBuilder<unknown>;
  /** Rows for which it does not hold stay as they are. */
  readonly only?: RawBuilder<SqlBool>;
  /** What is wanted back of the rows that were written. */
  readonly returning?: readonly Column[];
}

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
  for (const statement of updateStatements(transaction, table, key, rows)) {
    await transaction.executeQuery(statement);
  }
}

/** The statements of {@link updateRows}, which give what is wanted back, in no order. */
export function updateStatements<
  Table extends keyof Database & string,
  Column extends keyof Selectable<Database[Table]> & string,
>(
  transaction: Transaction<Database>,
  table: Table,
  key: readonly (keyof Database[Table] & string)[],
  rows: readonly ColumnsOf<Table>[],
  { alike, only, returning = [] }: UpdateTerms<Column> = {},
): CompiledQuery<Pick<Selectable<Database[Table]>, Column>>[] {
  const columns = Object.keys(rows[0] ?? {});
  const written = columns.filter((column) => !key.some((name) => name === column));
  const changes = written.map((name) => sql`${sql.ref(name)} = ${given(name)}`);
  const isSame = key.map((name) => sql`${sql.ref(name)} = ${given(name)}`);
  const wanted = returning.map((name) => sql.ref(name));
  // No row of the table itself: it gives the values the types of the columns. It is asked by the key, because SQLite
  // takes what it does not look at for many rows, and would look through the whole table for those that are given.
  const noRow = sql.join(
    key.map((name) => sql`${sql.ref(name)} = null`),
    sql` and `,
  );
  const names = columns.map((name) => sql`${sql.ref(name)} as ${given(name)}`);
  const typed = sql`select ${sql.join(names)} from ${sql.table(table)} where ${noRow}`;
  const update = (some: readonly ColumnsOf<Table>[]) => {
    const values = some.map((row) => sql`select ${sql.join(Object.values(row))}`);
    return sql<Pick<Selectable<Database[Table]>, Column>>`
      update ${sql.table(table)} set ${sql.join(alike === undefined ? changes : [...changes, alike])}
      from (${sql.join([typed, ...values], sql` union all `)}) as given
      where ${sql.join(only === undefined ? isSame : [...isSame, only], sql` and `)}
      ${wanted.length === 0 ? sql`` : sql`returning ${sql.join(wanted)}`}
    `.compile(transaction);
  };
  const statements: CompiledQuery<Pick<Selectable<Database[Table]>, Column>>[] = [];
  for (let from = 0; from < rows.length; from += MOST_ROWS) {
    statements.push(update(rows.slice(from, from + MOST_ROWS)));
  }
  return statements;
}

/** Called otherwise than in the table, so that what is meant there can be named without it. */
function given(column: string): RawBuilder<unknown> {
  return sql.ref(`new_${column}`);
}
