import { forTerminal } from '../../base/text/terminal-text.js';
import type { OutputStream } from '../streams.js';
import { styleFor } from './style.js';

/** A difference by lines, what was taken out in red and what was put in in green. */
export function renderDifference(difference: string, stream: OutputStream): string {
  const { red, green, dim } = styleFor(stream);
  const paints = { '- ': red, '+ ': green, '  ': dim };
  return forTerminal(difference)
    .split('\n')
    .map((line) => `${(paints[line.slice(0, 2).padEnd(2) as keyof typeof paints] ?? dim)(line)}\n`)
    .join('');
}
