import type { RangeList } from '../text/range-list.js';
import { TextPieces } from '../text/text-pieces.js';

/**
 * The text of [from, to) without what `ranges` take out.
 *
 * @example
 * withoutRanges('abcdef', 1, 6, ranges); // 'bef' where the ranges are [2, 4)
 */
export function withoutRanges(text: string, from: number, to: number, ranges: RangeList): string {
  const rest = new TextPieces();
  let at = from;
  for (const { start, end } of ranges.within(from, to)) {
    rest.add(text.slice(at, start));
    at = end;
  }
  rest.add(text.slice(at, to));
  return rest.joined();
}
