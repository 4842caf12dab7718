import * as z from 'zod/mini';
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
 * Has the rows that failed wait for another try, with all their calls; {@link resumeBatch} asks them. What failed
 * before stays on record.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 * @throws BatchStateError when its rows are being read, and when it was cancelled
 */
export const retryBatch = guarded(
  needs.retryBatch,
  z.object(batchReference),
  async (deps: Deps, { batch: reference }): Promise<BatchChangeOutput> => {
    const batch = await findBatch(deps, reference);
    const changed = await executionsOf(deps).batchJournal.retry(batch.id, deps.clock.now());
    const after = await batchAsItIs(deps, batch);
    return { batch: await batchView(deps, after), changed, next: nextOf(after) };
  },
);
