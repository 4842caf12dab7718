import { type Expression, type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';

/** Rows are counted so far and no further: a list's total must not take longer the more there are. */
const MOST_COUNTED = 1000;

/** How many rows there are. */
export interface BoundedCount {
  readonly count: number;
  /** False when there are more, which were not counted. */
  readonly exact: boolean;
}

/**
 * The number of rows of a query that takes `ONE_MORE` of them at most, as a part of a statement.
 *
 * @example countOf(database.selectFrom('prompts').select('id').limit(ONE_MORE))
 */
export function countOf(rows: Expression<unknown>): RawBuilder<number> {
  return sql<number>`(select count(*) from ${rows} as counted)`;
}

/** How many rows a query takes that is counted: one more than the most tells that there are more. */
export const ONE_MORE = MOST_COUNTED + 1;

/** @example boundedCount(1001) // { count: 1000, exact: false } */
export function boundedCount(counted: number): BoundedCount {
  return { count: Math.min(counted, MOST_COUNTED), exact: counted <= MOST_COUNTED };
}

/**
 * Counts the rows of a query.
 *
 * @param rows `ONE_MORE` of them at most
 */
export async function countRows(
  database: QueryExecutorProvider,
  rows: Expression<unknown>,
): Promise<BoundedCount> {
  const counted = await sql<{ count: number }>`select ${countOf(rows)} as "count"`.execute(database);
  return boundedCount(counted.rows[0]?.count ?? 0);
}
