import { stem } from '../text/stem.js';
import { wordsOf } from '../text/words.js';

/** What a request asks about. */
export interface RequestTerms {
  /** Stems of its words, each once, in the order of the request. */
  readonly stems: readonly string[];
  /** Names in the form of code, as they are written: `clearCache`, `max_items`. */
  readonly symbols: readonly string[];
  /** What has the form of a path or a file's name. */
  readonly paths: readonly string[];
}

/** Words of any request, which say nothing about where to look. */
const COMMON = new Set(
  `a able about add after all allow also an and any are as at be been before being but by can change code
   could create current do does each ensure every existing feature file files for from get give has have how
   i if implement in into is it its just like make may more must need needs new no not of on one only or
   other our out over please provide same set should show so some such support than that the their them then
   there these they this through to two up update us use used user users using via want was way we well were
   what when where which while who will with within without would you your`.split(/\s+/),
);
const MOST = 48;
const REQUEST_LIMIT = 40_000;

export function requestTerms(request: string): RequestTerms {
  const text = request.slice(0, REQUEST_LIMIT);
  const words = wordsOf(text).filter((word) => word.length > 1 && !COMMON.has(word));
  const names = text.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? [];
  const tokens = text.split(/[\s`'"()<>[\]{},;|]+/).map((token) => token.replace(/[.:!?]+$/, ''));
  return {
    stems: first(words.map(stem)),
    symbols: first(names.filter(isCodeName)),
    paths: first(tokens.filter(isPathLike)),
  };
}

function first(words: readonly string[]): string[] {
  return Array.from(new Set(words)).slice(0, MOST);
}

/** Prose has no capital or underscore within a word. */
function isCodeName(name: string): boolean {
  return name.length > 3 && (/\p{Ll}\p{Lu}/u.test(name) || /[^_]_[^_]/.test(name));
}

function isPathLike(token: string): boolean {
  return token.length < 300 && !token.includes('://') && /[^/]\/[^/]|^[\w-]+\.[a-z]{1,5}$/i.test(token);
}
