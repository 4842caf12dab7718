import { diffPrompts } from '../../operations/prompt/diff-prompts.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import type { diff } from './diff.js';
import { renderPromptDifference } from './difference-page.js';

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof diff>,
): Promise<number> {
  const output = await diffPrompts(await context.open(), { before: given.before, after: given.after });
  context.print(output, (stream) => renderPromptDifference(output, stream));
  return exitCode.done;
}
