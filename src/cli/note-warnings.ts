import type { CommandContext } from './command-context.js';
import { styleFor } from './render/style.js';

/** Says on standard error what deserves attention, each on a line of its own. */
export function noteWarnings(context: CommandContext, warnings: readonly string[]): void {
  const { yellow } = styleFor(context.streams.stderr);
  for (const warning of warnings) context.note(`${yellow('Warning:')} ${warning}\n`);
}
