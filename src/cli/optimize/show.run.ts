import { showOptimization } from '../../operations/optimize/show-optimization.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import type { show } from './show.js';
import { renderOptimization } from './show-page.js';

export async function run(
  context: CommandContext,
  { arguments: given, options: { refused } }: InputOf<typeof show>,
): Promise<number> {
  const output = await showOptimization(await context.openDatabase(), given);
  context.print(output, (stream) => renderOptimization(output, { now: context.now, refused }, stream));
  return exitCode.done;
}
