import { cancelWorkflowRun } from '../../operations/workflow/run/cancel-workflow-run.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import type { cancel } from './cancel.js';
import { renderWorkflowRun } from './run-page.js';

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof cancel>,
): Promise<number> {
  const output = await cancelWorkflowRun(await context.openDatabase(), { run: given.run });
  context.print(output, (stream) => renderWorkflowRun(output, context.now, stream));
  return exitCode.done;
}
