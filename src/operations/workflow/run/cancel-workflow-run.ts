import * as z from 'zod/mini';
import type { Run } from '../../../engine/run/run.js';
import { guarded } from '../../access/guarded.js';
import { needs } from '../../access/needs.js';
import type { Deps } from '../../deps.js';
import { executionsOf } from '../../execution/execution-records.js';
import { holdingPorts } from '../../execution/holding-ports.js';
import { RunOverError } from './errors.js';
import { findRun, runAsItIs } from './find-run.js';
import { programOfRun } from './program-of-run.js';
import type { WorkflowRunOutput } from './run-outputs.js';
import { runStatus } from './run-status.js';
import { workflowRunOutputOf } from './run-view.js';

const input = z.object({
  /** The id, or the unique beginning of it. */
  run: z.string(),
});

/**
 * Calls a run off for good. The process that is at it ends what it does within seconds.
 *
 * @throws RunOverError when it is at its end already
 * @throws NotFoundError, AmbiguousReferenceError
 */
export const cancelWorkflowRun = guarded(
  needs.cancelWorkflowRun,
  input,
  async (deps: Deps, given): Promise<WorkflowRunOutput> => {
    const run = await findRun(deps, given.run);
    const isCancelled = await executionsOf(deps).runs.cancel(run.id, deps.clock.now());
    if (!isCancelled) throw new RunOverError(`The run ${run.id} is ${runStatus(run)} already.`);
    await leaveBehind(deps, await runAsItIs(deps, run.id));
    return workflowRunOutputOf(deps, run.id, (await programOfRun(deps, run)).program);
  },
);

/** A process that is gone will not notice. */
async function leaveBehind(deps: Deps, { id, owner: holder, updatedAt }: Run): Promise<void> {
  const { journal, owner, clock, isGone } = holdingPorts(deps);
  if (holder === null || !isGone(holder, updatedAt)) return;
  if (await journal.take(id, owner, holder, clock.now())) {
    await journal.leave(id, owner, 'stopped', null, clock.now());
  }
}
