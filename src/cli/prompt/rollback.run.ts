import { rollbackPrompt } from '../../operations/prompt/rollback-prompt.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import type { rollback } from './rollback.js';
import { printWritten } from './written-page.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof rollback>,
): Promise<number> {
  const output = await rollbackPrompt(await context.open(), { ...given, note: options.note });
  return printWritten(context, output, `says again what ${given.version} said, as version ${output.version}`);
}
