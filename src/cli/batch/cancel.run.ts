import { batchStatus } from '../../operations/batch/batch-status.js';
import { cancelBatch } from '../../operations/batch/cancel-batch.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { confirmed } from '../confirmed.js';
import { exitCode } from '../exit-code.js';
import { rowsText } from './batch-words.js';
import type { cancel } from './cancel.js';
import { renderChange } from './change-page.js';

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof cancel>,
): Promise<number> {
  const deps = await context.openDatabase();
  const { batch, tally } = await batchStatus(deps, given);
  const left = tally.pending + tally.claimed;
  const question = `Cancel batch ${batch.id}? ${rowsText(left)} would never be asked.`;
  if (left > 0 && !(await confirmed(context, question))) return exitCode.failed;
  const output = await cancelBatch(deps, { batch: batch.id });
  const what = `Batch ${batch.id} is cancelled; ${rowsText(output.changed)} ${output.changed === 1 ? 'is' : 'are'} not asked any more.`;
  context.print(output, (stream) => renderChange(what, output, stream));
  return exitCode.done;
}
