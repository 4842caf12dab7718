import type { Position, SourceText } from './source-text.js';

/** Characters shown on each side of the caret: a minified template is one line of any length. */
const REACH = 60;

/**
 * The line of a position with a caret under its column.
 *
 * @example
 * ```
 *   3 | {{ user.nmae|uper }}
 *     |              ^
 * ```
 */
export function excerpt(source: SourceText, position: Position): string {
  const line = lineAt(source.text, position.line);
  const from = Math.max(0, position.column - 1 - REACH);
  const shown = line.slice(from, position.column - 1 + REACH).replaceAll('\t', ' ');
  const gutter = String(position.line);
  const caret = ' '.repeat(position.column - 1 - from);
  return `${gutter} | ${shown}\n${' '.repeat(gutter.length)} | ${caret}^`;
}

function lineAt(text: string, number: number): string {
  let start = 0;
  for (let current = 1; current < number; current += 1) start = text.indexOf('\n', start) + 1;
  const end = text.indexOf('\n', start);
  const line = end === -1 ? text.slice(start) : text.slice(start, end);
  return line.replace(/\r$/, '');
}
