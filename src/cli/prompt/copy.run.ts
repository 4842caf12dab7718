import { copyPrompt } from '../../operations/prompt/copy-prompt.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import type { copy } from './copy.js';
import { givenDestination } from './given-options.js';
import { keptWhere, printWritten } from './written-page.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof copy>,
): Promise<number> {
  const to = givenDestination(options);
  const output = await copyPrompt(await context.open(), { ...given, to, note: options.note });
  return printWritten(context, output, `is a copy of "${given.prompt}" ${keptWhere(output)}`);
}
