const SPACE = /\s/;

/** Whether a character is whitespace to Python, which counts four control characters more than JavaScript. */
export function isSpace(character: string): boolean {
  if (character === ' ' || character === '\n' || character === '\t') return true;
  if (character < '\u0080') return character >= '\t' && (character <= '\r' || isSeparator(character));
  return character === '\u0085' || (character !== '\ufeff' && SPACE.test(character));
}

/** The offset of the first character from `start` on that is not whitespace. */
export function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && isSpace(text.charAt(at))) at += 1;
  return at;
}

/** A text without the whitespace at its end. */
export function trimEndOf(text: string): string {
  let end = text.length;
  while (end > 0 && isSpace(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** A text without the whitespace at its beginning. */
export function trimStartOf(text: string): string {
  return text.slice(skipSpace(text, 0));
}

/** A text without the whitespace around it. */
export function trimOf(text: string): string {
  return trimStartOf(trimEndOf(text));
}

function isSeparator(character: string): boolean {
  return character >= '\u001c' && character <= '\u001f';
}
