import { lineDifference } from '../../../base/text/line-difference.js';

/** Comparing lines takes long where nearly all of many thousands differ. */
const MOST_UNITS = 200_000;

/** What changed from one text to another, by lines; null where that would take too long. */
export function shownDifference(before: string, after: string): string | null {
  return before.length + after.length > MOST_UNITS ? null : lineDifference(before, after);
}
