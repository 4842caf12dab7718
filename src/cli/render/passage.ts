import { forTerminal } from '../../base/text/terminal-text.js';
import type { OutputStream } from '../streams.js';
import { styleFor } from './style.js';
import { wrap } from './wrap.js';

/** A passage of a text with what was found in it. */
export interface Passage {
  readonly text: string;
  /** What was found, in UTF-16 units; the end is behind it. */
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
}

const INDENT = '    ';

/** A passage with what was found in bold, and marks where the text goes on. */
export function passageText(passage: Passage, stream: OutputStream): string {
  return `${passage.hasBefore ? '…' : ''}${markedText(passage, stream)}${passage.hasAfter ? '…' : ''}`;
}

/** The text with what was found in bold. */
export function markedText({ text, ranges }: Pick<Passage, 'text' | 'ranges'>, stream: OutputStream): string {
  const { bold } = styleFor(stream);
  let shown = '';
  let end = 0;
  for (const range of ranges) {
    shown +=
      forTerminal(text.slice(end, range.start)) + bold(forTerminal(text.slice(range.start, range.end)));
    end = range.end;
  }
  return shown + forTerminal(text.slice(end));
}

/** A line below a hit, indented; broken into lines on a terminal. */
export function indented(line: string, stream: OutputStream): string {
  return INDENT + (stream.isTerminal ? wrap(line, stream.columns, INDENT) : line);
}
