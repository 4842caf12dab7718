import { restorePrompt } from '../../operations/prompt/restore-prompt.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import type { undo } from './undo.js';
import { keptWhere, printWritten } from './written-page.js';

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof undo>,
): Promise<number> {
  const output = await restorePrompt(await context.open(), { prompt: given.prompt });
  return printWritten(context, output, `is back ${keptWhere(output)}`);
}
