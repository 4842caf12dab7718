import type { TagClose } from './expression-lexer.js';
import { skipSpace } from './whitespace.js';

/** The first `endraw` tag from an offset on, which ends a raw block; undefined when there is none. */
export function findRawClose(text: string, start: number): TagClose | undefined {
  for (let at = text.indexOf('{%', start); at !== -1; at = text.indexOf('{%', at + 2)) {
    const close = rawCloseAt(text, at);
    if (close !== undefined) return close;
  }
  return undefined;
}

/** The end of an `endraw` tag that begins at an offset, or undefined when it is another tag. */
function rawCloseAt(text: string, offset: number): TagClose | undefined {
  const sign = text.charAt(offset + 2);
  const word = skipSpace(text, offset + (sign === '-' || sign === '+' ? 3 : 2));
  if (!text.startsWith('endraw', word)) return undefined;
  const end = skipSpace(text, word + 'endraw'.length);
  const closeSign = text.charAt(end) === '-' || text.charAt(end) === '+' ? text.charAt(end) : '';
  const close = end + closeSign.length;
  return text.startsWith('%}', close) ? { offset, end: close + 2, sign: closeSign } : undefined;
}
