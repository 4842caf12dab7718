import {
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  DASH,
  FULL_STOP,
  HASH,
  isAsciiLetter,
  isBlank,
  isDigit,
  SLASH,
  skipBlanks,
} from '../text/characters.js';

/** Digits of the longest number that counts sections. */
const MOST_DIGITS = 3;
const LONGEST_LABEL = 12;
/** The combining enclosing keycap that turns a digit into an emoji. */
const KEYCAP = 0x20e3;
const VARIATION_SELECTOR = 0xfe0f;

/**
 * Offset after an ordinal (`1.`, `2)`, `1.2`, `IV.`, `B)`, `Section 1:`, `Part 2 -`) and the blanks that
 * follow it, or `from` when there is none.
 */
export function skipOrdinal(text: string, from: number, end: number): number {
  const after = skipNumber(text, from, end) || skipLabel(text, from, end) || skipLetters(text, from, end);
  return after === 0 ? from : skipBlanks(text, after, end);
}

/** `1.`, `2)`, `3:`, `1/3`, `1.2.`, `1 -`: offset after it, or 0. */
function skipNumber(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (isDigit(text.charCodeAt(at)) || (at > from && isInnerPoint(text, at)))) at++;
  if (at === from || at - from > MOST_DIGITS * 2) return 0;
  const closed = skipClosing(text, at, end);
  return closed > at || isBlank(text.charCodeAt(at)) ? closed : 0;
}

function isInnerPoint(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code === FULL_STOP || code === SLASH) && isDigit(text.charCodeAt(at + 1));
}

/** `Section 1:`, `Part 2 -`: offset after it, or 0. */
function skipLabel(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isAsciiLetter(text.charCodeAt(at))) at++;
  if (at - from < 3 || at - from > LONGEST_LABEL) return 0;
  let digits = skipBlanks(text, at, end);
  if (text.charCodeAt(digits) === HASH) digits++;
  let after = digits;
  while (after < end && isDigit(text.charCodeAt(after))) after++;
  if (after === digits || after - digits > MOST_DIGITS) return 0;
  const closed = skipClosing(text, skipBlanks(text, after, end), end);
  return isClosing(text.charCodeAt(closed - 1)) ? closed : 0;
}

/** `IV.`, `B)`: offset after it, or 0. */
function skipLetters(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && at - from < 4 && isRomanDigit(text.charCodeAt(at))) at++;
  if (at === from && isAsciiLetter(text.charCodeAt(at))) at++;
  const code = text.charCodeAt(at);
  const closed = at > from && (code === FULL_STOP || code === CLOSE_PAREN);
  return closed && isBlank(text.charCodeAt(at + 1)) ? at + 1 : 0;
}

function isRomanDigit(code: number): boolean {
  const lower = code | 32;
  return lower === 0x69 || lower === 0x76 || lower === 0x78;
}

function skipClosing(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && at - from < 4 && isClosing(text.charCodeAt(at))) at++;
  return at;
}

function isClosing(code: number): boolean {
  switch (code) {
    case FULL_STOP:
    case CLOSE_PAREN:
    case CLOSE_BRACKET:
    case COLON:
    case DASH:
    case KEYCAP:
    case VARIATION_SELECTOR:
      return true;
    default:
      return code >= 0x2010 && code <= 0x2015;
  }
}
