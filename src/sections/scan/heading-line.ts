import type { SectionForm } from '../section.js';
import {
  BACKTICK,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  COLON,
  DASH,
  EQUALS,
  HASH,
  isAlphanumeric,
  isAsciiLetter,
  isBlank,
  isDigit,
  isSymbol,
  OPEN_BRACKET,
  OPEN_PAREN,
  QUOTE,
  STAR,
  skipBlanks,
  skipRun,
  TILDE,
  trimBlanks,
  UNDERSCORE,
} from '../text/characters.js';
import { skipOrdinal } from './ordinal.js';

/** A line that has the shape of a heading, whatever its name says. */
export interface HeadingLine {
  readonly form: Exclude<SectionForm, 'xml' | 'json' | 'setext' | 'bullet'>;
  /** How many `#`; 0 in the other forms. */
  readonly level: number;
  readonly numbered: boolean;
  readonly name: string;
  /** Whether more words follow the name, after a colon, a dash or in brackets. */
  readonly remark: boolean;
}

/** Decoration between a line's opening and its name: marks, quotes, brackets, emoji. */
const MOST_DECORATION = 16;
/** A remark after the name makes a line no longer than this many UTF-16 units. */
const LONGEST_HEADING = 240;

/**
 * Reads a line as a heading: `## Name`, `**1. Name:**`, `2) Name`, `[Name]`, `=== Name ===`, …
 *
 * @param first - offset of the line's first character that is not blank
 * @param end - offset of the line's end
 * @param longest - UTF-16 units of the longest name worth reading
 */
export function readHeading(text: string, first: number, end: number, longest: number): HeadingLine | null {
  if (end - first > LONGEST_HEADING) return null;
  const opening = readOpening(text, first, end);
  if (opening === null) return null;
  const decorated = skipDecoration(text, opening.next, end);
  const afterOrdinal = skipOrdinal(text, decorated, end);
  const nameStart = skipDecoration(text, afterOrdinal, end);
  const nameEnd = readName(text, nameStart, end, longest);
  if (nameEnd === nameStart) return null;
  const ending = readEnding(text, nameEnd, end);
  if (ending === 'other') return null;
  const bold = opening.form === 'plain' && text.charCodeAt(nameStart - 1) === STAR;
  return {
    form: bold ? 'bold' : opening.form,
    level: opening.level,
    numbered: afterOrdinal > decorated,
    name: text.slice(nameStart, nameEnd),
    remark: ending === 'remark',
  };
}

interface Opening {
  readonly form: HeadingLine['form'];
  readonly level: number;
  readonly next: number;
}

function readOpening(text: string, first: number, end: number): Opening | null {
  const code = text.charCodeAt(first);
  if (code === HASH) {
    const next = skipRun(text, first, end, HASH);
    return { form: 'heading', level: next - first, next };
  }
  if (code === STAR || code === UNDERSCORE) return readEmphasis(text, first, end, code);
  if (code === EQUALS || code === DASH) return readRuler(text, first, end, code);
  return isAlphanumeric(code) || isDecoration(code) ? { form: 'plain', level: 0, next: first } : null;
}

function readEmphasis(text: string, first: number, end: number, code: number): Opening | null {
  const next = skipRun(text, first, end, code);
  return next - first > 3 || isBlank(text.charCodeAt(next)) ? null : { form: 'bold', level: 0, next };
}

/** `=== Name ===`: a run on both sides of the name. */
function readRuler(text: string, first: number, end: number, code: number): Opening | null {
  const next = skipRun(text, first, end, code);
  const last = trimBlanks(text, first, end);
  return next - first >= 2 && next < last && text.charCodeAt(last - 1) === code
    ? { form: 'plain', level: 0, next }
    : null;
}

function skipDecoration(text: string, from: number, end: number): number {
  const limit = Math.min(end, from + MOST_DECORATION);
  let at = from;
  while (at < limit && isDecoration(text.charCodeAt(at))) at++;
  return at;
}

function isDecoration(code: number): boolean {
  switch (code) {
    case STAR:
    case UNDERSCORE:
    case BACKTICK:
    case TILDE:
    case QUOTE:
    case OPEN_BRACKET:
    case CLOSE_BRACKET:
    case OPEN_PAREN:
    case CLOSE_PAREN:
    case COLON:
    case EQUALS:
      return true;
    default:
      return isBlank(code) || isSymbol(code) || isTypographicQuote(code);
  }
}

function isTypographicQuote(code: number): boolean {
  return (code >= 0x2018 && code <= 0x201f) || code === 0xab || code === 0xbb;
}

/** End of the name: letters and digits, joined by blanks, underscores, or hyphens without blanks. */
function readName(text: string, from: number, end: number, longest: number): number {
  const limit = Math.min(end, from + longest + 1);
  let at = from;
  let last = from;
  for (; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (isAlphanumeric(code)) last = at + 1;
    else if (!joinsName(text, at, code)) return last;
  }
  return at === end ? last : from;
}

function joinsName(text: string, at: number, code: number): boolean {
  if (code === DASH)
    return isAlphanumeric(text.charCodeAt(at - 1)) && isAlphanumeric(text.charCodeAt(at + 1));
  return isBlank(code) || code === UNDERSCORE || code === 0x5c;
}

/** What follows the name: nothing but decoration, a remark set off from it, or anything else. */
function readEnding(text: string, from: number, end: number): 'nothing' | 'remark' | 'other' {
  let separated = false;
  for (let at = skipBlanks(text, from, end); at < end; at++) {
    const code = text.charCodeAt(at);
    if (isAsciiLetter(code) || isDigit(code) || isAlphanumeric(code)) return separated ? 'remark' : 'other';
    if (isSeparator(code)) separated = true;
    else if (code < 128 && !isDecoration(code) && code !== HASH && code > 32)
      return separated ? 'remark' : 'other';
  }
  return 'nothing';
}

/** A colon, a dash of any length, an opening bracket, an arrow. */
function isSeparator(code: number): boolean {
  return (
    code === COLON ||
    code === DASH ||
    code === OPEN_PAREN ||
    code === OPEN_BRACKET ||
    (code >= 0x2010 && code <= 0x2015) ||
    code === 0x2192
  );
}
