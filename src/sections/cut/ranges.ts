import type { TextRange } from '../section.js';

/** The ranges among `ranges` (ascending, disjoint) that overlap [from, to), cut to it. */
export function rangesWithin(ranges: readonly TextRange[], from: number, to: number): TextRange[] {
  const within: TextRange[] = [];
  for (let index = firstEndingAfter(ranges, from); index < ranges.length; index++) {
    const range = ranges[index];
    if (range === undefined || range.start >= to) break;
    within.push({ start: Math.max(range.start, from), end: Math.min(range.end, to) });
  }
  return within;
}

/** The text of [from, to) without what `ranges` (ascending, disjoint, within it) take out. */
export function withoutRanges(text: string, from: number, to: number, ranges: readonly TextRange[]): string {
  let rest = '';
  let at = from;
  for (const { start, end } of ranges) {
    rest += text.slice(at, start);
    at = end;
  }
  return rest + text.slice(at, to);
}

/** The range that begins at or before `at` and ends after it, or null. */
export function rangeStartingAt(ranges: readonly TextRange[], at: number): TextRange | null {
  const range = ranges[firstEndingAfter(ranges, at)];
  return range !== undefined && range.start <= at ? range : null;
}

/** The range that contains the character before `at`, or null. */
export function rangeEndingAt(ranges: readonly TextRange[], at: number): TextRange | null {
  return at > 0 ? rangeStartingAt(ranges, at - 1) : null;
}

function firstEndingAfter(ranges: readonly TextRange[], at: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle]?.end ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
