import type { YamlText } from './yaml-tree.js';

/**
 * Where a place of a scalar's value stands in the document. Folding and indentation change nothing but spaces, so
 * that counting the other characters leads there, whatever the scalar's style is.
 *
 * @param at the place in the value, in UTF-16 units
 * @example scalarOffset(x, 2) === 6 // with `a: "b c"` as the document, and x its text
 */
export function scalarOffset({ source: { text }, span, value }: YamlText, at: number): number {
  const style = text.charAt(span.start);
  let { start } = span;
  if (style === '|' || style === '>') start = text.indexOf('\n', start) + 1;
  else if (style === '"' || style === "'") start += 1;
  const unitAt = style === '"' ? escapedUnit : style === "'" ? quotedUnit : plainUnit;
  let left = countVisible(value.slice(0, at));
  for (let offset = start; offset < span.end; ) {
    const { visible, length } = unitAt(text, offset);
    if (left < visible) return offset;
    left -= visible;
    offset += length;
  }
  return span.end;
}

/** What says one character of the value, or none. In UTF-16 units: */
interface Unit {
  /** How many of the value it says that are no spaces. */
  readonly visible: number;
  /** How many of the document it takes. */
  readonly length: number;
}

function plainUnit(text: string, offset: number): Unit {
  return { visible: countVisible(text.charAt(offset)), length: 1 };
}

function quotedUnit(text: string, offset: number): Unit {
  return text.startsWith("''", offset) ? { visible: 1, length: 2 } : plainUnit(text, offset);
}

const CODE_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const INVISIBLE_ESCAPES = new Set(['t', 'n', 'v', 'f', 'r', ' ', '\t', '\n', '\r', 'N', '_', 'L', 'P']);

function escapedUnit(text: string, offset: number): Unit {
  if (text.charAt(offset) !== '\\') return plainUnit(text, offset);
  const letter = text.charAt(offset + 1);
  const digits = CODE_LENGTHS[letter];
  if (digits === undefined) return { visible: INVISIBLE_ESCAPES.has(letter) ? 0 : 1, length: 2 };
  const code = Number.parseInt(text.slice(offset + 2, offset + 2 + digits), 16);
  return { visible: countVisible(String.fromCodePoint(code)), length: 2 + digits };
}

function countVisible(text: string): number {
  return text.replace(/\s+/g, '').length;
}
