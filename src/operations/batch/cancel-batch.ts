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
 * Calls a batch off: what was not asked never is, and what was answered is kept.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 * @throws BatchStateError when it is completed
 */
export const cancelBatch = guarded(
  needs.cancelBatch,
  z.object(batchReference),
  async (deps: Deps, { batch: reference }): Promise<BatchChangeOutput> => {
    const batch = await findBatch(deps, reference);
    const changed = await executionsOf(deps).batchJournal.cancel(batch.id, deps.clock.now());
    const after = await batchAsItIs(deps, batch);
    return { batch: await batchView(deps, after), changed, next: nextOf(after) };
  },
);
