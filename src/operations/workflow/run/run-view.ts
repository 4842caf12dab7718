import type { Remedy } from '../../../base/errors.js';
import { redactSecrets } from '../../../base/text/secrets.js';
import { shellWord } from '../../../base/text/shell-word.js';
import { sum } from '../../../engine/execution/add-usage.js';
import { inDollars } from '../../../engine/execution/dollars.js';
import type { NanoDollars } from '../../../engine/execution/execution.js';
import { isOpenGate, type OpenGate } from '../../../engine/run/open-gate.js';
import type { Run } from '../../../engine/run/run.js';
import { placedSteps } from '../../../engine/workflow/run/placed-steps.js';
import { pathInFile } from '../../../engine/workflow/run/step-path.js';
import type { WorkflowProgram } from '../../../engine/workflow/run/walking.js';
import type { Deps } from '../../deps.js';
import { executionsOf } from '../../execution/execution-records.js';
import { holdingPorts } from '../../execution/holding-ports.js';
import { shownValue } from '../../execution/shown-value.js';
import { runAsItIs } from './find-run.js';
import type { WorkflowGateView, WorkflowRunOutput, WorkflowRunView } from './run-outputs.js';
import { runStatus } from './run-status.js';
import { stepViews } from './step-views.js';

const LEFT_ALONE = 'The process that was at it is there no more.';

/** How many characters of a checksum tell one content from another. */
const SHOWN_CHECKSUM = 12;

/** A run as it stands, with what waits for somebody's word. */
export async function workflowRunOutputOf(
  deps: Deps,
  id: Run['id'],
  program: WorkflowProgram,
  { hint, next }: Remedy = {},
): Promise<WorkflowRunOutput> {
  const { runs, executions, workflows } = executionsOf(deps);
  const run = await runAsItIs(deps, id);
  const [tries, asked] = [await runs.steps(id), await executions.ofRun(id)];
  const names = await workflowNames(workflows, [run]);
  const status = runStatus(run);
  const gates = status === 'cancelled' ? [] : tries.filter(isOpenGate);
  const isOver = status === 'completed' || status === 'cancelled';
  const isAtWork = run.owner !== null && !holdingPorts(deps).isGone(run.owner, run.updatedAt);
  return {
    run: workflowRunView(run, names),
    inputs: shownValue(run.inputs),
    outputs: shownValue(run.outputs),
    steps: stepViews(program, tries, asked, { isOver, isAtWork }),
    gates: gates.map((gate) => gateView(run, program, gate)),
    cost: inDollars(asked.reduce<NanoDollars | null>((total, { cost }) => sum(total, cost), 0)),
    hint: hint ?? (status === 'running' && !isAtWork ? LEFT_ALONE : null),
    next: next ?? nextFor(run, gates, isAtWork),
  };
}

/** What workflows are called, by their ids. */
export type WorkflowNames = ReadonlyMap<string, string>;

export async function workflowNames(
  workflows: ReturnType<typeof executionsOf>['workflows'],
  runs: readonly Run[],
): Promise<WorkflowNames> {
  // The subject of such a run is the id of its workflow.
  const ids = [
    ...new Set(runs.map(({ subject }) => subject as Parameters<typeof workflows.withIds>[0][number])),
  ];
  return new Map((await workflows.withIds(ids)).map(({ id, name }) => [id, name]));
}

export function workflowRunView(run: Run, names: WorkflowNames): WorkflowRunView {
  const { id, subject, version, project, problem, actor, createdAt, updatedAt } = run;
  return {
    id,
    workflow: { id: subject, name: names.get(subject) ?? subject, version: version ?? 0 },
    project,
    status: runStatus(run),
    problem: problem && { ...problem, message: redactSecrets(problem.message) },
    actor,
    createdAt,
    updatedAt,
  };
}

function gateView(run: Run, program: WorkflowProgram, gate: OpenGate): WorkflowGateView {
  const { key, result } = gate;
  const placed = placedSteps(program).find(({ path }) => path === pathInFile(key));
  const onReject = placed?.step.kind === 'gate' ? placed.step.onReject.is : 'stop';
  return {
    path: key,
    content: redactSecrets(String(result)),
    checksum: gate.gate.checksum,
    onReject,
    approve: approveCommand(run, gate),
  };
}

/** Approves exactly what waits there. */
function approveCommand({ id }: Run, { key, gate }: OpenGate): string {
  const content = gate.checksum.slice(0, SHOWN_CHECKSUM);
  return `prompt-runner workflow approve ${id} ${shellWord(key)} --content ${content}`;
}

function nextFor(run: Run, gates: readonly OpenGate[], isAtWork: boolean): string | null {
  const status = runStatus(run);
  if (status === 'cancelled') return null;
  if (status === 'completed') return `prompt-runner workflow export ${run.id}`;
  if (isAtWork) return `prompt-runner workflow status ${run.id}`;
  const [gate] = gates;
  if (gate !== undefined) return approveCommand(run, gate);
  return `prompt-runner workflow resume ${run.id}`;
}
