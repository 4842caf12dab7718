import * as z from 'zod/mini';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import { findWorker } from './find-worker.js';
import type { WorkerDrainOutput } from './outputs.js';
import { workerView } from './worker-view.js';

const input = z.object({
  /** The id of a worker, or the unique beginning of it; all that are there when it is left out. */
  worker: z.optional(z.string()),
});

/**
 * Asks workers to end: within seconds they begin nothing more, give back what they have not begun, and end when the
 * calls on their way are over.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 */
export const drainWorkers = guarded(
  needs.drainWorkers,
  input,
  async (deps: Deps, { worker: reference }): Promise<WorkerDrainOutput> => {
    const { workers } = executionsOf(deps);
    const meant = reference === undefined ? await workers.present() : [await findWorker(deps, reference)];
    const now = (await workers.clock(deps.clock)).now();
    const there = meant.filter((worker) => workerView(worker, now).status === 'running');
    for (const { id } of there) await workers.drain(id);
    return {
      workers: there.map((worker) => workerView({ ...worker, status: 'draining' }, now)),
      next: 'prompt-runner worker list',
    };
  },
);
