import type { SearchQuery, SearchTerm } from '../prompts/search-query.js';

/**
 * What to ask the index of words; null when a term has no word, so that it has to be looked for otherwise.
 * Every text stands in quotes, so that nothing of it is syntax.
 *
 * @example wordsExpression(parseSearchQuery('rev -draft')) === '("rev" *) NOT ("draft")'
 */
export function wordsExpression({ terms, excluded }: SearchQuery): string | null {
  if (terms.some(({ words }) => words.length === 0)) return null;
  const wanted = `(${terms.map(phrase).join(' AND ')})`;
  return excluded.length === 0 ? wanted : `${wanted} NOT ${excludedExpression(excluded)}`;
}

/** The same for words that have to be in the name, each of them. */
export function nameExpression(query: SearchQuery): string | null {
  const wanted = wordsExpression({ ...query, excluded: [] });
  if (wanted === null || query.excluded.length === 0) return wanted && `name : ${wanted}`;
  return `(name : ${wanted}) NOT ${excludedExpression(query.excluded)}`;
}

/** Any of the words that must not be there. */
export function excludedExpression(excluded: readonly SearchTerm[]): string {
  return `(${excluded.map(phrase).join(' OR ')})`;
}

/** The words of a term, for the index of words. */
export function phrase({ words, isPrefix }: SearchTerm): string {
  return `${quoted(words.join(' '))}${isPrefix ? ' *' : ''}`;
}

/** Terms as they were written, for the index of parts. */
export function partsExpression(terms: readonly SearchTerm[]): string {
  return `(${terms.map(({ text }) => quoted(text)).join(' AND ')})`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
