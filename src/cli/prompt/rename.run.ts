import { promptUses } from '../../operations/prompt/prompt-uses.js';
import { renamePrompt } from '../../operations/prompt/rename-prompt.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { agreedChange } from './agreed-change.js';
import type { rename } from './rename.js';
import { printWritten } from './written-page.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof rename>,
): Promise<number> {
  const deps = await context.open();
  const uses = await promptUses(deps, { prompt: given.prompt });
  const { id, name } = uses.prompt;
  if (!(await agreedChange(context, `Rename "${name}" to "${given.name}"?`, uses))) return exitCode.failed;
  const output = await renamePrompt(deps, { prompt: id, name: given.name, note: options.note });
  return printWritten(context, output, `is what "${name}" is called now`);
}
