import { forTerminal } from '../base/text/terminal-text.js';
import type { CommandContext } from './command-context.js';
import { styleFor } from './render/style.js';
import { wrap } from './render/wrap.js';

/** Says on standard error what deserves attention, each in a paragraph of its own. */
export function noteWarnings(context: CommandContext, warnings: readonly string[]): void {
  const { stderr } = context.streams;
  const { yellow } = styleFor(stderr);
  for (const warning of warnings) {
    const text = forTerminal(`Warning: ${warning}`);
    const fitted = stderr.isTerminal ? wrap(text, stderr.columns) : text;
    context.note(`${fitted.replace(/^Warning:/, yellow('Warning:'))}\n`);
  }
}
