import { GREATER, LESS, SLASH, skipBlanks, trimBlanks } from '../text/characters.js';

/** An opening tag at the start of a line. */
export interface OpeningTag {
  readonly name: string;
  /** Offset after its `>`. */
  readonly end: number;
}

/** A closing tag at the start or the end of a line. */
export interface ClosingTagText {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads `<name>` at the start of a line.
 *
 * @param longest - UTF-16 units of the longest name worth reading
 */
export function readOpeningTag(text: string, first: number, end: number, longest: number): OpeningTag | null {
  if (text.charCodeAt(first) !== LESS || text.charCodeAt(first + 1) === SLASH) return null;
  const limit = Math.min(end, first + longest + 2);
  for (let at = first + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === GREATER) return { name: text.slice(first + 1, at), end: at + 1 };
    if (code === LESS || code === SLASH) return null;
  }
  return null;
}

/** Reads `</name>` at the end of a line, or at its start. */
export function readClosingTag(
  text: string,
  first: number,
  end: number,
  longest: number,
): ClosingTagText | null {
  const last = trimBlanks(text, first, end);
  if (last > first && text.charCodeAt(last - 1) === GREATER) {
    const limit = Math.max(first, last - longest - 4);
    for (let at = last - 2; at >= limit; at--) {
      if (text.charCodeAt(at) === LESS) return closingTagAt(text, at, last);
    }
  }
  return text.charCodeAt(first) === LESS
    ? closingTagAt(text, first, Math.min(end, first + longest + 4))
    : null;
}

function closingTagAt(text: string, start: number, end: number): ClosingTagText | null {
  if (text.charCodeAt(start + 1) !== SLASH) return null;
  const nameStart = skipBlanks(text, start + 2, end);
  for (let at = nameStart; at < end; at++) {
    if (text.charCodeAt(at) === GREATER) return { name: text.slice(nameStart, at), start, end: at + 1 };
  }
  return null;
}
