import type { WorkerId } from '../../base/ids.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import { holdingPorts } from '../execution/holding-ports.js';

/**
 * Gives free what a worker had whose process is gone for sure, wherever it was: rows of batches are taken back by who
 * asks there next, and the runs that it was at stand as stopped, with what nobody knows the end of marked so.
 */
export async function releaseWorker(deps: Deps, id: WorkerId): Promise<void> {
  const { workers, runs } = executionsOf(deps);
  const worker = await workers.worker(id);
  if (worker === null) return;
  await workers.stop(id, deps.clock.now());
  const { journal, owner, clock } = holdingPorts(deps);
  for (const run of await runs.heldBy(worker.process)) {
    if (await journal.take(run.id, owner, worker.process, clock.now()))
      await journal.leave(run.id, owner, 'stopped', null, clock.now());
  }
}
