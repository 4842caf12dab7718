import { experimentStatus } from '../../operations/experiment/experiment-status.js';
import { stopExperiment } from '../../operations/experiment/stop-experiment.js';
import { rowsText } from '../batch/batch-words.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { confirmed } from '../confirmed.js';
import { exitCode } from '../exit-code.js';
import { renderStanding } from './online-page.js';
import type { stop } from './stop.js';

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof stop>,
): Promise<number> {
  const deps = await context.openDatabase();
  const { experiment, batches, online } = await experimentStatus(deps, given);
  const left = batches
    .filter(({ status }) => status !== 'completed' && status !== 'cancelled')
    .reduce((sum, { rows, done, failed }) => sum + (rows ?? 0) - done - failed, 0);
  const question = `Stop experiment ${experiment.name}? ${rowsText(left)} would never be asked.`;
  const isForGood = online !== null && (experiment.status === 'running' || experiment.status === 'paused');
  const ending = `Stop experiment ${experiment.name}? No further session takes part, and it does not start again.`;
  if (isForGood && !(await confirmed(context, ending))) return exitCode.failed;
  if (left > 0 && !(await confirmed(context, question))) return exitCode.failed;
  const output = await stopExperiment(deps, { experiment: experiment.id });
  context.print(output, (stream) => renderStanding(output, stream));
  return exitCode.done;
}
