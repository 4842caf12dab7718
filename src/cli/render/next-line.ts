import { forTerminal, forTerminalLine } from '../../base/text/terminal-text.js';
import type { OutputStream } from '../streams.js';
import { styleFor } from './style.js';
import { wrap } from './wrap.js';

/** The command that goes on, ready to paste, in a line of its own. */
export function nextLine(next: string, stream: OutputStream): string {
  const { bold, dim } = styleFor(stream);
  return `${dim('Next:')} ${bold(forTerminalLine(next))}\n`;
}

/** A sentence with names from data in it; broken into lines on a terminal. */
export function sentence(text: string, stream: OutputStream): string {
  const safe = forTerminal(text);
  return `${stream.isTerminal ? wrap(safe, stream.columns) : safe}\n`;
}
