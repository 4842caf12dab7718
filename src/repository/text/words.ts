/**
 * The words of names and prose, in lower case: `parseHTTPHeader` has three, and so has `max_item_count`.
 *
 * @example wordsOf('parseHTTPHeader, v2') // ['parse', 'http', 'header', 'v']
 */
export function wordsOf(text: string): string[] {
  const words = text.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{M}]+|\p{Lo}+/gu) ?? [];
  return words.map((word) => word.toLowerCase());
}
