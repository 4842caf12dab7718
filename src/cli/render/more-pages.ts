import { groupThousands } from '../../base/text/group-thousands.js';

/** How many there are in all; not exact when there are more. */
interface Total {
  readonly total: number;
  readonly exact: boolean;
}

/** @example countText(1000, false) === 'more than 1,000' */
export function countText(count: number, exact: boolean): string {
  return exact ? groupThousands(count) : `more than ${groupThousands(count)}`;
}

/**
 * Below a page of a list: how many are shown of how many, and how the next page is asked for.
 *
 * @param what is listed, in the plural
 * @returns nothing when the page before was the last
 */
export function morePages(
  shown: number,
  { total, exact }: Total,
  what: string,
  cursor: string | null,
): string {
  if (cursor === null) return '';
  return `${groupThousands(shown)} of ${countText(total, exact)} ${what}. The next page:\n--cursor ${cursor}\n`;
}
