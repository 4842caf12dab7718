import { PromptRunnerError } from '../base/errors.js';
import { foldedText, wordsOf } from './search-text.js';

/** A search that cannot be made. */
export class SearchQueryError extends PromptRunnerError {
  readonly code: /** The search has nothing to look for. */
    | 'SEARCH_EMPTY'
    /** The search is longer than searches may be. */
    | 'SEARCH_TOO_LONG';
  readonly kind = 'usage';

  constructor(code: SearchQueryError['code'], message: string, hint: string) {
    super(message, { hint });
    this.code = code;
  }
}

/** One thing to look for. */
export interface SearchTerm {
  /** As it was written, folded. */
  readonly text: string;
  /** Its words, which have to follow each other; none when it has neither letters nor digits. */
  readonly words: readonly string[];
  /** Whether the last word may go on. */
  readonly isPrefix: boolean;
}

/** A search as it was understood: all of its terms have to be there, and none of what is excluded. */
export interface SearchQuery {
  /** The whole text, folded: a prompt of just this name comes first. */
  readonly name: string;
  /** At least one. */
  readonly terms: readonly SearchTerm[];
  /** Whole words, each with at least one. */
  readonly excluded: readonly SearchTerm[];
}

/** Of the text, in UTF-16 units. */
const LONGEST = 1000;
/** Each word is looked up by itself, so that their number decides how long a search takes. */
const MOST_WORDS = 32;

/**
 * Reads what somebody searches for. Words are the beginnings of words, `"words in quotes"` follow each other
 * and end where they end, and `-word` or `-"some words"` must not be there. Everything else is text: no
 * character has another meaning.
 *
 * @throws SearchQueryError when there is nothing to look for, or too much
 * @example
 * parseSearchQuery('rev "team api" -draft').terms.map(({ words }) => words); // [['rev'], ['team', 'api']]
 */
export function parseSearchQuery(text: string): SearchQuery {
  if (text.length > LONGEST) throw tooLong(`${text.length} characters, and at most ${LONGEST}`);
  const folded = foldedText(text).trim();
  const pieces = Array.from(folded.matchAll(PIECE), readPiece).filter(({ term }) => term.text !== '');
  const terms = distinct(pieces.filter(({ isExcluded }) => !isExcluded).map(({ term }) => term));
  const excluded = distinct(pieces.filter(({ isExcluded }) => isExcluded).map(({ term }) => term));
  const words = [...terms, ...excluded].reduce((sum, term) => sum + Math.max(1, term.words.length), 0);
  if (words > MOST_WORDS) throw tooLong(`${words} words, and at most ${MOST_WORDS}`);
  if (terms.length > 0) return { name: folded, terms, excluded };
  throw new SearchQueryError(
    'SEARCH_EMPTY',
    excluded.length === 0
      ? 'There is nothing to search for.'
      : 'There is nothing to search for, only what must not be found.',
    'Give a part of a name, a tag, or words of the text.',
  );
}

/** A phrase in quotes, which ends with the text when it is not closed, or what stands between blanks. */
const PIECE = /(-?)"([^"]*)(?:"|$)|\S+/g;
/** Two dashes begin an option, which is looked for like anything else. */
const EXCLUDED = /^-[^-]/;

interface Piece {
  readonly term: SearchTerm;
  readonly isExcluded: boolean;
}

/** What has no word cannot be excluded: it is looked for as it was written, such as an arrow. */
function readPiece([whole, , phrase]: RegExpExecArray): Piece {
  const isNegated = EXCLUDED.test(whole);
  const said = phrase?.trim() ?? (isNegated ? whole.slice(1) : whole);
  const words = wordsOf(said).map(({ word }) => word);
  const isExcluded = isNegated && words.length > 0;
  const isPrefix = !isExcluded && phrase === undefined && isTelling(words.at(-1) ?? '');
  return { term: { text: isNegated && !isExcluded ? whole : said, words, isPrefix }, isExcluded };
}

/** Half the library has a word with any one letter at its beginning: that says nothing, and takes long. */
function isTelling(prefix: string): boolean {
  return prefix.length > 1;
}

function distinct(terms: readonly SearchTerm[]): SearchTerm[] {
  return [...new Map(terms.map((term) => [JSON.stringify(term), term])).values()];
}

function tooLong(measure: string): SearchQueryError {
  return new SearchQueryError(
    'SEARCH_TOO_LONG',
    `The search is too long: it has ${measure} are looked for.`,
    'Search for a few words that are rare.',
  );
}
