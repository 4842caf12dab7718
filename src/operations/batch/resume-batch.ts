import * as z from 'zod/mini';
import type { Batch, BatchSettings } from '../../engine/batch/batch.js';
import { nanoDollars } from '../../engine/execution/dollars.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { executionsOf } from '../execution/execution-records.js';
import { haveAsked, requireAskers } from './asked-by.js';
import { type BatchDeps, followerOf } from './batch-deps.js';
import { askedBy, batchLimits, batchReference } from './batch-input.js';
import { batchAsItIs, findBatch } from './find-batch.js';
import { nextOf } from './next-command.js';
import type { BatchRunOutput } from './outputs.js';
import { batchView } from './views/batch-view.js';

const input = z.object({ ...batchReference, ...batchLimits, ...askedBy });
type GivenLimits = Pick<z.output<typeof input>, keyof typeof batchLimits>;

/**
 * Goes on with a batch that was paused, or whose process is gone, on the terms that are given; several processes may
 * do so together.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 * @throws BatchStateError when its rows were never read to the end, and when nothing is left to do
 */
export const resumeBatch = guarded(
  needs.resumeBatch,
  input,
  async (deps: BatchDeps, { batch: reference, by, detach, ...limits }): Promise<BatchRunOutput> => {
    await requireAskers(deps, { by, detach });
    const batch = await findBatch(deps, reference);
    await executionsOf(deps).batchJournal.resume(batch.id, withLimits(batch, limits), deps.clock.now());
    const running = await batchAsItIs(deps, batch);
    followerOf(deps).onBegin?.(await batchView(deps, running));
    await haveAsked(deps, running, { by, detach });
    const after = await batchAsItIs(deps, batch);
    return { batch: await batchView(deps, after), warnings: [], next: nextOf(after) };
  },
);

/** What is not said stays as it was. */
function withLimits({ settings }: Batch, { concurrency, rate, maxCost }: GivenLimits): BatchSettings {
  return {
    ...settings,
    ...(concurrency !== undefined && { concurrency }),
    ...(rate !== undefined && { rate }),
    ...(maxCost !== undefined && { maxCost: nanoDollars(maxCost) }),
  };
}
