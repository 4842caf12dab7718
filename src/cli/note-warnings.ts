import type { CommandContext } from './command-context.js';
import { renderWarning } from './render/warning.js';

/** Says on standard error what deserves attention, each in a paragraph of its own. */
export function noteWarnings(context: CommandContext, warnings: readonly string[]): void {
  for (const warning of warnings) context.note(renderWarning(warning, context.streams.stderr));
}
