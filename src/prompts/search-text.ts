/** What of a prompt is searched, as texts. */
export interface SearchTexts {
  readonly name: string;
  readonly tags: string;
  readonly description: string;
  readonly content: string;
}

/** The texts of a prompt that are searched, those that count most first. */
export const searchFields = [
  'name',
  'tags',
  'description',
  'content',
] as const satisfies readonly (keyof SearchTexts)[];
export type SearchField = (typeof searchFields)[number];

/** Of a longer text, only so many UTF-16 units from its beginning are searched: an index of more costs seconds. */
export const MOST_SEARCHED = 200_000;

/**
 * A text as searching sees it: small letters, without accents, and one form for all ways to write a letter
 * (compatibility forms, decomposed). What searching does not tell apart is equal here; folding twice changes
 * nothing more. NUL and lone surrogates are lost.
 *
 * @example foldedText('Ｃafé ÉTÉ') === 'cafe ete'
 */
export function foldedText(text: string): string {
  if (isAscii(text)) return text.toLowerCase().replaceAll(CONTROLS, ' ');
  return text
    .toWellFormed()
    .normalize('NFKD')
    .replaceAll(/\p{Mn}+/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{Mn}+/gu, '')
    .replaceAll('ς', 'σ')
    .replaceAll(CONTROLS, ' ');
}

/** A folded text that knows which part of the text each part of it was. */
export interface FoldedWithPlaces {
  readonly folded: string;
  /** Where a part of the folded text, which is not empty, begins and ends in the text itself. */
  placeOf(start: number, end: number): { readonly start: number; readonly end: number };
}

/** Folds a text letter by letter, so that what is found in it can be shown in the text itself. */
export function foldWithPlaces(text: string): FoldedWithPlaces {
  if (isAscii(text)) return { folded: foldedText(text), placeOf: (start, end) => ({ start, end }) };
  const places: number[] = [];
  let folded = '';
  let at = 0;
  for (const letter of text) {
    const piece = foldedText(letter);
    for (let unit = 0; unit < piece.length; unit++) places.push(at);
    folded += piece;
    at += letter.length;
  }
  const placeOf = (start: number, end: number) => {
    const last = places[end - 1] ?? text.length;
    let next = end;
    while (places[next] === last) next++;
    return { start: places[start] ?? text.length, end: places[next] ?? text.length };
  };
  return { folded, placeOf };
}

/** A word and where in the folded text it begins. */
export interface FoldedWord {
  readonly word: string;
  readonly start: number;
}

/**
 * The words of a folded text: runs of letters and digits. Chinese and Japanese do not divide words, so that
 * each of their characters counts as one, and a word of theirs is found as several in a row.
 *
 * @example wordsOf('team/review-api 要件').map(({ word }) => word) // ['team', 'review', 'api', '要', '件']
 */
export function wordsOf(folded: string): FoldedWord[] {
  const pattern = isAscii(folded) ? ASCII_WORD : WORD;
  return Array.from(folded.matchAll(pattern), ({ 0: word, index: start }) => ({ word, start }));
}

const ASCII_WORD = /[a-z0-9]+/g;
const WORD =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])[\p{L}\p{N}\p{Co}])+/gu;

/** NUL, and the character that a column escapes it with. */
const CONTROLS = /[\0\u001a]/g;

function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}
