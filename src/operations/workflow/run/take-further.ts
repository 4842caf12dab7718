import { PromptRunnerError, type Remedy } from '../../../base/errors.js';
import { sleep } from '../../../base/sleep.js';
import { nanoDollars } from '../../../engine/execution/dollars.js';
import { RunBusyError } from '../../../engine/run/errors.js';
import type { Run } from '../../../engine/run/run.js';
import { type Advance, advanceWorkflow } from '../../../engine/workflow/run/advance-workflow.js';
import type { WorkflowProgram } from '../../../engine/workflow/run/walking.js';
import { holdingPorts } from '../../execution/holding-ports.js';
import type { WorkflowRunOutput } from './run-outputs.js';
import type { WorkflowRunSettings } from './run-settings.js';
import { workflowRunOutputOf } from './run-view.js';
import { RunWork } from './run-work.js';
import type { StartedRun } from './started-run.js';
import type { WorkflowDeps } from './workflow-follower.js';

/** What the work of its steps has to know of a run. */
export function startedRun(
  { id, project, version, createdAt }: Pick<Run, 'id' | 'project' | 'version' | 'createdAt'>,
  name: string,
  settings: WorkflowRunSettings,
): StartedRun {
  const { max_cost } = settings;
  const limit = max_cost === null ? null : nanoDollars(max_cost);
  return { id, project, createdAt, name: `${name}@${version}`, settings, limit };
}

/** What to do about it; what somebody would do outside of the run does not take it further. */
function remedyFor({ remedy: { hint, next } }: PromptRunnerError): Remedy {
  return { hint, next: next?.startsWith('prompt-runner workflow resume ') ? next : undefined };
}

/**
 * Takes a run as far as it goes by itself. A step that fails leaves it where it can go on from: that is a result,
 * too.
 *
 * @throws RunBusyError when another process is at it
 */
export async function takeFurther(
  deps: WorkflowDeps,
  run: Run,
  program: WorkflowProgram,
  started: StartedRun,
  advance: Advance,
): Promise<WorkflowRunOutput> {
  const ports = { ...holdingPorts(deps), work: new RunWork(deps, started), sleep };
  try {
    await advanceWorkflow(ports, run, program, advance, deps.follow);
  } catch (error) {
    if (!(error instanceof PromptRunnerError) || error instanceof RunBusyError) throw error;
    return workflowRunOutputOf(deps, run.id, program, remedyFor(error));
  }
  return workflowRunOutputOf(deps, run.id, program);
}
