import { deletePrompt } from '../../operations/prompt/delete-prompt.js';
import { promptUses } from '../../operations/prompt/prompt-uses.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { confirmed } from '../confirmed.js';
import { exitCode } from '../exit-code.js';
import { whatUsesIt } from './agreed-change.js';
import type { deleteCommand } from './delete.js';
import { printWritten } from './written-page.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof deleteCommand>,
): Promise<number> {
  const deps = await context.open();
  const uses = await promptUses(deps, { prompt: given.prompt });
  const { id, name, latest } = uses.prompt;
  const versions = latest === 1 ? 'its version' : `its ${latest} versions`;
  if (!(await confirmed(context, `Delete "${name}" with ${versions}?${whatUsesIt(uses)}`)))
    return exitCode.failed;
  const output = await deletePrompt(deps, { prompt: id, note: options.note });
  return printWritten(context, output, 'is deleted, and can be brought back');
}
