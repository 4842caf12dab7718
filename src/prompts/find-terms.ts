import type { SearchTerm } from './search-query.js';
import { type FoldedWord, foldWithPlaces, MOST_SEARCHED, wordsOf } from './search-text.js';
import type { TextRange } from './snippet.js';

const MOST_RANGES = 100;

/**
 * Where terms stand in a text: as words where there are such, else within words.
 *
 * @returns the first ones, in order, without overlaps, in UTF-16 units of the text
 * @example findTerms('Team API', parseSearchQuery('api').terms) // [{ start: 5, end: 8 }]
 */
export function findTerms(text: string, terms: readonly SearchTerm[]): TextRange[] {
  const { folded, placeOf } = foldWithPlaces(text.slice(0, MOST_SEARCHED));
  const words = wordsOf(folded);
  const found = terms.flatMap((term) => {
    const asWords = [...first(MOST_RANGES, phrasesIn(words, term))];
    return asWords.length > 0 ? asWords : [...first(MOST_RANGES, partsIn(folded, term.text))];
  });
  return withoutOverlaps(found.map(({ start, end }) => placeOf(start, end))).slice(0, MOST_RANGES);
}

/** Where the words of a term follow each other. */
function* phrasesIn(
  words: readonly FoldedWord[],
  { words: wanted, isPrefix }: SearchTerm,
): Generator<TextRange> {
  const lastWanted = wanted.at(-1);
  if (lastWanted === undefined) return;
  for (const [at, { start }] of words.entries()) {
    const last = words[at + wanted.length - 1];
    if (last === undefined) return;
    const fits = isPrefix ? last.word.startsWith(lastWanted) : last.word === lastWanted;
    if (fits && wanted.slice(0, -1).every((word, place) => words[at + place]?.word === word)) {
      yield { start, end: last.start + lastWanted.length };
    }
  }
}

function* partsIn(folded: string, part: string): Generator<TextRange> {
  let start = folded.indexOf(part);
  while (start >= 0) {
    yield { start, end: start + part.length };
    start = folded.indexOf(part, start + part.length);
  }
}

function* first<Item>(most: number, items: Iterable<Item>): Generator<Item> {
  let left = most;
  for (const item of items) {
    if (left-- === 0) return;
    yield item;
  }
}

function withoutOverlaps(ranges: readonly TextRange[]): TextRange[] {
  const joined: TextRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const before = joined.at(-1);
    if (before === undefined || range.start >= before.end) joined.push(range);
    else if (range.end > before.end) joined[joined.length - 1] = { start: before.start, end: range.end };
  }
  return joined;
}
