import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** Where a page ended: what its last row has in the columns that the list is in the order of. */
export type PageEnd = readonly (string | number)[];

/** How much of a list is wanted. */
export interface Page<End extends PageEnd> {
  readonly limit: number;
  /** Where the page before ended; the first page when it is left out. */
  readonly after?: End | undefined;
}

/** A page of what counts from 1. */
export type NumberedPage = Page<readonly [number: number]>;

/**
 * The condition that a row comes behind the end of a page. An index over the columns finds the place at once,
 * however deep it is, and what was added or removed before it moves nothing.
 *
 * @param columns all in the same direction, the last one different for each row
 */
export function isBehind(
  columns: readonly string[],
  direction: 'asc' | 'desc',
  end: PageEnd,
): RawBuilder<SqlBool> {
  const place = sql.join(columns.map((column) => sql.ref(column)));
  return sql`(${place}) ${sql.raw(direction === 'asc' ? '>' : '<')} (${sql.join(end)})`;
}
