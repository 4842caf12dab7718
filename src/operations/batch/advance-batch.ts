import { PromptRunnerError } from '../../base/errors.js';
import type { Batch, WorkerStatus } from '../../engine/batch/batch.js';
import type { WorkingProcess } from '../../engine/batch/batch-ports.js';
import { problemFrom } from '../../engine/batch/item-outcome.js';
import { type BatchEnd, runBatch } from '../../engine/batch/run-batch.js';
import { executionsOf } from '../execution/execution-records.js';
import { type BatchDeps, followerOf } from './batch-deps.js';
import { portsForBatch } from './ports-for-batch.js';
import { asWorker, isHolderGone } from './working-process.js';

/**
 * Asks what waits of a batch that runs, as one of those who do. When it is ended from outside, the batch is paused
 * unless others are at it; so it is by a fault that nobody foresaw, which is thrown then.
 */
export async function advanceBatch(given: BatchDeps, batch: Batch): Promise<BatchEnd> {
  const { batchJournal, workers } = executionsOf(given);
  const deps = { ...given, clock: await workers.clock(given.clock) };
  const follower = followerOf(deps);
  // Somebody elsewhere may want this process to end: "worker drain".
  const elsewhere = new AbortController();
  const watch = { ...follower, drain: AbortSignal.any([follower.drain, elsewhere.signal]) };
  const onWanted = (wanted: WorkerStatus) => {
    if (wanted !== 'running') elsewhere.abort(new Error('the process is drained'));
  };
  try {
    const ask = async (worker: WorkingProcess) =>
      runBatch({ ...(await portsForBatch(deps, batch)), worker }, batch, watch);
    const end = await asWorker(deps, ask, { onWanted });
    if (end.is === 'drained' && !(await othersAreAtIt(deps, batch)))
      await batchJournal.pause(batch.id, null, deps.clock.now());
    return end;
  } catch (error) {
    const problem = error instanceof PromptRunnerError ? problemFrom(error) : unforeseen;
    await batchJournal.pause(batch.id, problem, deps.clock.now()).catch(() => {});
    throw error;
  }
}

async function othersAreAtIt(deps: BatchDeps, { id }: Batch): Promise<boolean> {
  const holders = await executionsOf(deps).batchJournal.holders(id);
  return holders.some((holder) => !isHolderGone(holder, deps.clock.now()));
}

const unforeseen = { code: 'unexpected', message: 'The program failed.' };
