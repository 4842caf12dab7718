import * as z from 'zod/mini';
import { BatchStateError } from '../../engine/batch/errors.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import { batchReference } from './batch-input.js';
import { batchAsItIs, findBatch } from './find-batch.js';
import { nextOf } from './next-command.js';
import type { BatchChangeOutput } from './outputs.js';
import { batchView } from './views/batch-view.js';

/**
 * Stops a batch that runs: whoever is at it begins nothing more, and lets the calls on their way come to their end. To
 * pause one that is paused is no mistake.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 * @throws BatchStateError when it does not run
 */
export const pauseBatch = guarded(
  needs.pauseBatch,
  z.object(batchReference),
  async (deps: Deps, { batch: reference }): Promise<BatchChangeOutput> => {
    const batch = await findBatch(deps, reference);
    if (batch.status !== 'running' && batch.status !== 'paused')
      throw new BatchStateError(batch.id, batch.status, 'paused');
    await executionsOf(deps).batchJournal.pause(batch.id, null, deps.clock.now());
    const after = await batchAsItIs(deps, batch);
    const left = (after.rows ?? 0) - after.done - after.failed;
    return { batch: await batchView(deps, after), changed: left, next: nextOf(after) };
  },
);
