import { forTerminal } from '../../base/text/terminal-text.js';
import type { Streams } from '../streams.js';

/** Takes a long output piece by piece; a terminal is given none of the control sequences in it. */
export function printedPieces({ stdout }: Streams): (text: string) => Promise<void> {
  return async (text) => stdout.write(stdout.isTerminal ? forTerminal(text) : text);
}
