import { sleep } from '../../../base/sleep.js';
import { RunBusyError } from '../../../engine/run/errors.js';
import type { Run, RunStep } from '../../../engine/run/run.js';
import type { WorkflowProgram } from '../../../engine/workflow/run/walking.js';
import { executionsOf } from '../../execution/execution-records.js';
import { holdingPorts } from '../../execution/holding-ports.js';
import { handOutRun } from '../../worker/hand-out.js';
import { runAsItIs } from './find-run.js';
import type { WorkflowRunOutput } from './run-outputs.js';
import { workflowRunOutputOf } from './run-view.js';
import type { WorkflowDeps, WorkflowFollower } from './workflow-follower.js';

const LOOK_MS = 1000;

/**
 * Has workers take a run as far as it goes, and looks on unless they are left to themselves.
 *
 * @param run with the settings and inputs that it has from now on
 * @throws RunBusyError when a process is at it
 */
export async function takenByWorkers(
  deps: WorkflowDeps,
  run: Run,
  program: WorkflowProgram,
  { detach }: { readonly detach: boolean },
): Promise<WorkflowRunOutput> {
  const { journal, clock, isGone } = holdingPorts(deps);
  const { id, kind, subject, owner } = run;
  if (owner !== null && !isGone(owner, run.updatedAt)) throw new RunBusyError({ kind, subject }, owner);
  await journal.settle(id, run, clock.now());
  const handedOut = await runAsItIs(deps, id);
  const { listening } = await handOutRun(deps, handedOut);
  if (listening === 0) deps.follow.onNobody?.();
  if (!detach) await untilItRests(deps, handedOut);
  return workflowRunOutputOf(deps, id, program);
}

/** Looks on until nobody is at the run any more, or whoever looks has seen enough. */
async function untilItRests(deps: WorkflowDeps, { id, updatedAt: handedOutAt }: Run): Promise<void> {
  const { follow } = deps;
  const told = new Map<number, RunStep['status']>();
  for (;;) {
    const { status, updatedAt } = await runAsItIs(deps, id);
    tell(follow, await executionsOf(deps).runs.steps(id), told);
    const isTaken = updatedAt.getTime() !== handedOutAt.getTime();
    if ((isTaken && status !== 'running') || follow.signal.aborted) return;
    await sleep(LOOK_MS, follow.signal).catch(() => {});
  }
}

/** Tells what became of steps since the last look. */
function tell(
  { onSeen }: WorkflowFollower,
  steps: readonly RunStep[],
  told: Map<number, RunStep['status']>,
): void {
  for (const step of steps) {
    if (told.get(step.position) === step.status) continue;
    told.set(step.position, step.status);
    onSeen?.(step);
  }
}
