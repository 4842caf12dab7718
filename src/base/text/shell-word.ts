/**
 * A word as a POSIX shell reads it back: as it is, or in single quotes.
 *
 * @example shellWord("it's") === `'it'\\''s'`
 */
export function shellWord(word: string): string {
  return /^[\w./@:-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
