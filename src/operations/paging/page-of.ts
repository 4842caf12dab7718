/** A page of a list. */
interface ShownPage<Row> {
  readonly shown: readonly Row[];
  /** Where the next page begins; null on the last. */
  readonly cursor: string | null;
}

/**
 * The page that is shown of what was found.
 *
 * @param found one more than wanted, which tells whether there is another page
 * @param cursorBehind the cursor of a page that begins behind a row
 */
export function pageOf<Row>(
  found: readonly Row[],
  limit: number,
  cursorBehind: (row: Row) => string,
): ShownPage<Row> {
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return { shown, cursor: last === undefined ? null : cursorBehind(last) };
}
