/** A part of a text, in UTF-16 units; the end is behind it. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A passage of a text with what was found in it. */
export interface Snippet {
  /** In one line: breaks and tabs are blanks. */
  readonly text: string;
  /** What was found, in order, without overlaps, within `text`. */
  readonly ranges: readonly TextRange[];
  /** Whether the text begins before the passage. */
  readonly hasBefore: boolean;
  /** Whether the text goes on behind it. */
  readonly hasAfter: boolean;
}

/** In UTF-16 units. */
const LENGTH = 160;
const LEAD = 40;
/** How far a cut may move so that it falls between words. */
const SLACK = 20;

/**
 * The passage of a text in which most was found.
 *
 * @param ranges in order, without overlaps, at least one
 * @example snippetOf('Be brief.', [{ start: 3, end: 8 }]).text === 'Be brief.'
 */
export function snippetOf(text: string, ranges: readonly TextRange[]): Snippet {
  const start = text.length <= LENGTH ? 0 : beginning(text, densest(ranges).start - LEAD);
  const end = ending(text, start + LENGTH);
  return {
    text: text.slice(start, end).replaceAll(/[\r\n\t\u2028\u2029]/g, ' '),
    ranges: ranges
      .filter((range) => range.start < end && range.end > start)
      .map((range) => ({
        start: Math.max(range.start, start) - start,
        end: Math.min(range.end, end) - start,
      })),
    hasBefore: start > 0,
    hasAfter: end < text.length,
  };
}

/** The range that most others follow closely. */
function densest(ranges: readonly TextRange[]): TextRange {
  let best = { range: { start: 0, end: 0 }, followers: -1 };
  let behind = 0;
  for (const [at, range] of ranges.entries()) {
    while ((ranges[behind]?.end ?? Number.POSITIVE_INFINITY) <= range.start + LENGTH - LEAD) behind++;
    if (behind - at > best.followers) best = { range, followers: behind - at };
  }
  return best.range;
}

/** Where a passage begins that should begin here: at a word when one begins soon. */
function beginning(text: string, wanted: number): number {
  if (wanted <= 0) return 0;
  const blank = text.slice(wanted, wanted + SLACK).search(/\s/);
  return blank < 0 ? wholeCharacter(text, wanted) : wanted + blank + 1;
}

/** Where a passage ends that should end here: behind a word when one ended just before. */
function ending(text: string, wanted: number): number {
  if (wanted >= text.length) return text.length;
  for (let place = wanted; place > wanted - SLACK; place--) {
    if (/\s/.test(text.charAt(place))) return place;
  }
  return wholeCharacter(text, wanted);
}

/** The place, or the one before when it would divide a character in two. */
function wholeCharacter(text: string, place: number): number {
  return (text.codePointAt(place - 1) ?? 0) > 0xffff ? place - 1 : place;
}
