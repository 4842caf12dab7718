/** UTF-16 units that the scanners ask for by name. */
export const BACKTICK = 0x60;
export const TILDE = 0x7e;
export const HASH = 0x23;
export const STAR = 0x2a;
export const UNDERSCORE = 0x5f;
export const DASH = 0x2d;
export const PLUS = 0x2b;
export const EQUALS = 0x3d;
export const COLON = 0x3a;
export const LESS = 0x3c;
export const GREATER = 0x3e;
export const SLASH = 0x2f;
export const BACKSLASH = 0x5c;
export const QUOTE = 0x22;
export const OPEN_PAREN = 0x28;
export const CLOSE_PAREN = 0x29;
export const OPEN_BRACE = 0x7b;
export const CLOSE_BRACE = 0x7d;
export const OPEN_BRACKET = 0x5b;
export const CLOSE_BRACKET = 0x5d;
export const FULL_STOP = 0x2e;
export const ELLIPSIS = 0x2026;

/** First unit of the blocks of arrows, symbols, dingbats and (as surrogates) emoji. */
const SYMBOLS = 0x2190;
const SURROGATES = 0xd800;
const AFTER_SURROGATES = 0xe000;

/** White space inside a line (so no line feed); a byte order mark, U+2028 and zero-width spaces count as such. */
export function isBlank(code: number): boolean {
  if (code < 0xa0) return code === 32 || code === 9 || (code >= 11 && code <= 13);
  if (code < 0x2000) return code === 0xa0 || code === 0x1680;
  if (code < 0x2070)
    return code < 0x2010 || code === 0x2028 || code === 0x2029 || code === 0x202f || code > 0x205e;
  return code === 0x3000 || code === 0xfeff || code === 0xfe0f;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isAsciiLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

/** A letter or digit of any script, as nearly as one UTF-16 unit can tell. */
export function isAlphanumeric(code: number): boolean {
  if (code < 128) return isAsciiLetter(code) || isDigit(code);
  return code >= 0xc0 && !isSymbol(code) && !isBlank(code) && (code < 0x2000 || code > 0x2bff);
}

/** An arrow, a dingbat, a box, or half of an emoji. */
export function isSymbol(code: number): boolean {
  return (code >= SYMBOLS && code < 0x2c00) || (code >= SURROGATES && code < AFTER_SURROGATES);
}

/** Offset of the first unit in [from, end) that is not blank, or `end`. */
export function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Offset after the last unit in [from, end) that is not blank, or `from`. */
export function trimBlanks(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Offset after the run of `code` that begins at `from`. */
export function skipRun(text: string, from: number, end: number, code: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) === code) at++;
  return at;
}

/** End of the line that contains `from`, without its line feed. */
export function lineEnd(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  return feed < 0 ? text.length : feed;
}

/** Start of the line after the one that contains `from`, or the end of the text. */
export function nextLine(text: string, from: number): number {
  return Math.min(text.length, lineEnd(text, from) + 1);
}
