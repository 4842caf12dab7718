import { showWorkflowRun } from '../../operations/workflow/run/show-workflow-run.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { renderWorkflowRun } from './run-page.js';
import type { status } from './status.js';

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof status>,
): Promise<number> {
  const output = await showWorkflowRun(await context.openDatabase(), { run: given.run });
  context.print(output, (stream) => renderWorkflowRun(output, context.now, stream));
  return exitCode.done;
}
