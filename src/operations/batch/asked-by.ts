import { sleep } from '../../base/sleep.js';
import type { Batch } from '../../engine/batch/batch.js';
import { ProgressMeter } from '../../engine/batch/progress-meter.js';
import { engineOf } from '../worker/engine-of.js';
import { handOutBatch } from '../worker/hand-out.js';
import { advanceBatch } from './advance-batch.js';
import { type BatchDeps, followerOf } from './batch-deps.js';
import type { AskedBy } from './batch-input.js';
import { batchAsItIs } from './find-batch.js';

const LOOK_MS = 1000;

/**
 * Makes sure before anything is on record that those are there who hand out work, if workers are wanted.
 *
 * @throws WorkersNeedServerError, EngineMissingError, EngineRightsError
 */
export async function requireAskers(deps: BatchDeps, { by }: AskedBy): Promise<void> {
  if (by === 'workers') await (await engineOf(deps).openQueue()).close();
}

/** Has the rows of a batch asked that wait, here or by workers. */
export async function haveAsked(deps: BatchDeps, batch: Batch, { by, detach }: AskedBy): Promise<void> {
  if (by === 'here') {
    await advanceBatch(deps, batch);
    return;
  }
  const { listening } = await handOutBatch(deps, batch);
  if (listening === 0) followerOf(deps).onNobody?.();
  if (!detach) await followWorkers(deps, batch);
}

/** Looks on until the batch rests, or whoever follows has seen enough: the workers go on by themselves. */
async function followWorkers(deps: BatchDeps, given: Batch): Promise<void> {
  const { drain, onProgress } = followerOf(deps);
  const meter = new ProgressMeter();
  for (;;) {
    const batch = await batchAsItIs(deps, given);
    onProgress?.(meter.measure(batch, 0, deps.clock.now()));
    if (batch.status !== 'running' || drain.aborted) return;
    await sleep(LOOK_MS, drain).catch(() => {});
  }
}
