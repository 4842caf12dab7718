import { BACKSLASH, CLOSE_BRACE, CLOSE_BRACKET, COLON, isBlank } from '../text/characters.js';

const COMMA = 0x2c;
const LINE_FEED = 10;

/** Offset of the first unit at or after `from` that is neither blank nor a line break. */
export function skipJsonBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && (isBlank(text.charCodeAt(at)) || text.charCodeAt(at) === LINE_FEED)) at++;
  return at;
}

/**
 * Offset of the quotation mark that closes the string whose content begins at `from`, or -1 when there is
 * none. Models forget to escape: a mark closes a string only if what follows may follow a string.
 */
export function closingQuote(text: string, from: number): number {
  for (let at = nextMark(text, from); at >= 0; at = nextMark(text, at + 1)) {
    if (!isEscaped(text, from, at) && mayFollowString(text, skipJsonBlanks(text, at + 1))) return at;
  }
  return -1;
}

function nextMark(text: string, from: number): number {
  return text.indexOf('"', from);
}

function isEscaped(text: string, from: number, mark: number): boolean {
  let at = mark;
  while (at > from && text.charCodeAt(at - 1) === BACKSLASH) at--;
  return (mark - at) % 2 === 1;
}

function mayFollowString(text: string, at: number): boolean {
  if (at === text.length) return true;
  const code = text.charCodeAt(at);
  return code === COMMA || code === COLON || code === CLOSE_BRACE || code === CLOSE_BRACKET;
}

/** Offset after a number or word (`true`, `null`, `-1.5e3`) at `from`, or `from` when there is none. */
export function skipJsonWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && isWordPart(text.charCodeAt(at))) at++;
  return at;
}

function isWordPart(code: number): boolean {
  const lower = code | 32;
  return (
    (lower >= 97 && lower <= 122) ||
    (code >= 48 && code <= 57) ||
    code === 0x2b ||
    code === 0x2d ||
    code === 0x2e
  );
}
