import { compareExecutions } from '../../operations/execution/compare-executions.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import type { compare } from './compare.js';
import { renderComparison } from './comparison-page.js';

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof compare>,
): Promise<number> {
  const { before, after } = given;
  const output = await compareExecutions(await context.openDatabase(), { before, after });
  context.print(output, (stream) => renderComparison(output, stream));
  return exitCode.done;
}
