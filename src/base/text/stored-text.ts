/**
 * Text on its way into and out of a database column.
 *
 * PostgreSQL refuses NUL in text, and both databases lose lone surrogates when they encode UTF-8. Both are
 * written as the escape character and four hexadecimal digits; the escape character itself likewise, so
 * that decoding is exact. Ordinary text is stored as it is.
 */
const ESCAPE = '\u001a';
const NEEDS_ESCAPE = /[\0\u001a]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ESCAPED = /\u001a([0-9a-f]{4})/g;

/** @example encodeStoredText('a\0b') === 'a\u001a0000b' */
export function encodeStoredText(text: string): string {
  if (isPlain(text)) return text;
  return text.replace(NEEDS_ESCAPE, (unit) => ESCAPE + unit.charCodeAt(0).toString(16).padStart(4, '0'));
}

/** @example decodeStoredText(encodeStoredText(text)) === text */
export function decodeStoredText(stored: string): string {
  if (!stored.includes(ESCAPE)) return stored;
  return stored.replace(ESCAPED, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

function isPlain(text: string): boolean {
  return !text.includes('\0') && !text.includes(ESCAPE) && text.isWellFormed();
}
