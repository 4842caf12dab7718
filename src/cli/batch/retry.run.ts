import type { BatchRunOutput } from '../../operations/batch/outputs.js';
import { resumeBatch } from '../../operations/batch/resume-batch.js';
import { retryBatch } from '../../operations/batch/retry-batch.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { givenWorkers } from '../worker/worker-options.js';
import { rowsText } from './batch-words.js';
import { renderChange } from './change-page.js';
import { followedBatch } from './followed-batch.js';
import { givenLimits } from './limit-options.js';
import type { retry } from './retry.js';

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof retry>,
): Promise<number> {
  const limits = givenLimits(options);
  const asked = givenWorkers(options);
  const deps = await context.openDatabase();
  const change = await retryBatch(deps, given);
  if (change.changed === 0) {
    const output: BatchRunOutput = { batch: change.batch, warnings: [], next: change.next };
    context.print(output, (stream) => renderChange('No row has failed.', change, stream));
    return exitCode.done;
  }
  context.note(`${rowsText(change.changed)} ${change.changed === 1 ? 'is' : 'are'} asked again.\n`);
  const followed = await followedBatch(context, { deps, ...asked }, (watched) =>
    resumeBatch(watched, { batch: change.batch.id, ...limits, ...asked }),
  );
  return followed.exitCode;
}
