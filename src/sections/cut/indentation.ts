import { lineEnd, nextLine, skipBlanks } from '../text/characters.js';
import { TextPieces } from '../text/text-pieces.js';

/**
 * A text without the indentation that all its lines share. Lines of nothing but blanks have no say.
 *
 * @example
 * withoutIndentation('  a\n    b'); // 'a\n  b'
 */
export function withoutIndentation(text: string): string {
  const indentation = commonIndentation(text);
  if (indentation === '') return text;
  const lines = new TextPieces();
  // Line by line: a search for the indentation would compare a long one with each line again and again.
  for (let start = 0; start < text.length; ) {
    const after = nextLine(text, start);
    const isIndented = text.startsWith(indentation, start);
    lines.add(text.slice(isIndented ? start + indentation.length : start, after));
    start = after;
  }
  return lines.joined();
}

function commonIndentation(text: string): string {
  let common: string | null = null;
  for (let start = 0; start < text.length && common !== ''; ) {
    const end = lineEnd(text, start);
    const first = skipBlanks(text, start, end);
    if (first < end) common = shared(text, start, first, common);
    start = end + 1;
  }
  return common ?? '';
}

function shared(text: string, start: number, first: number, common: string | null): string {
  if (common === null) return text.slice(start, indentationEnd(text, start, first));
  let length = 0;
  while (start + length < first && text.charCodeAt(start + length) === common.charCodeAt(length)) length++;
  return common.slice(0, length);
}

/** Spaces, tabs and non-breaking spaces indent; other blanks are content. */
function indentationEnd(text: string, start: number, first: number): number {
  let at = start;
  for (; at < first; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x09 && code !== 0xa0) break;
  }
  return at;
}
