/** The words of a tag; a string with its quotes is one. */
export function wordsOf(content: string): readonly string[] {
  return content.match(/"[^"]*"|'[^']*'|[^\s"']+|["']/g) ?? [];
}

/** The text of a word that is a string; null for any other. */
export function stringOf(word: string): string | null {
  const quote = word.charAt(0);
  const isString = (quote === '"' || quote === "'") && word.length > 1 && word.endsWith(quote);
  return isString ? word.slice(1, -1) : null;
}
