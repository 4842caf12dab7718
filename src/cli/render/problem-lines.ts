import { forTerminalLine } from '../../base/text/terminal-text.js';
import type { OutputStream } from '../streams.js';
import { styleFor } from './style.js';
import { wrap } from './wrap.js';

/** Why something on record stopped or failed, and below it what can be done about that; nothing without a problem. */
export function problemLines(
  problem: { readonly message: string } | null,
  hint: string | null,
  stream: OutputStream,
): string {
  if (problem === null) return '';
  const { red } = styleFor(stream);
  const fitted = (text: string) => {
    const line = forTerminalLine(text);
    return stream.isTerminal ? wrap(line, stream.columns) : line;
  };
  return `${red(fitted(problem.message))}\n${hint === null ? '' : `${fitted(hint)}\n`}`;
}
