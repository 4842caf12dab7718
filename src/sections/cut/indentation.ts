import { lineEnd, skipBlanks } from '../text/characters.js';

/**
 * Characters treated at once: a string for each line of them exists for a moment, which for a whole text of
 * 100 MB would be many times its size.
 */
const PIECE = 1 << 16;

/**
 * A text without the indentation that all its lines share. Lines of nothing but blanks have no say.
 *
 * @example
 * withoutIndentation('  a\n    b'); // 'a\n  b'
 */
export function withoutIndentation(text: string): string {
  const indentation = commonIndentation(text);
  if (indentation === '') return text;
  const rest = text.startsWith(indentation) ? text.slice(indentation.length) : text;
  let result = '';
  for (let from = 0; from < rest.length; ) {
    const to = lineEnd(rest, from + PIECE);
    result += rest.slice(from, to).split(`\n${indentation}`).join('\n');
    from = to;
  }
  return result;
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
