import { redactSecrets } from '../../../base/text/secrets.js';
import { sum } from '../../../engine/execution/add-usage.js';
import { inDollars } from '../../../engine/execution/dollars.js';
import type { ExecutionSummary, NanoDollars } from '../../../engine/execution/execution.js';
import { isAmbiguous } from '../../../engine/run/hold-run.js';
import { isOpenGate } from '../../../engine/run/open-gate.js';
import type { RunStep } from '../../../engine/run/run.js';
import { type PlacedStep, placedSteps } from '../../../engine/workflow/run/placed-steps.js';
import { pathInFile } from '../../../engine/workflow/run/step-path.js';
import { TryRecord } from '../../../engine/workflow/run/try-record.js';
import type { WorkflowProgram } from '../../../engine/workflow/run/walking.js';
import type { StepKind } from '../../../engine/workflow/workflow.js';
import type { WorkflowStepView } from './run-outputs.js';

/** Whether a run goes on. */
export interface RunLiveness {
  /** It is at its end, or was called off. */
  readonly isOver: boolean;
  /** A process is at it. */
  readonly isAtWork: boolean;
}

/** Steps that hold others and do nothing themselves. */
const HOLDERS: ReadonlySet<StepKind> = new Set(['for_each', 'if', 'workflow']);

/**
 * The steps of a run in the order of the file, those of lists entry by entry; what was not begun has a line, too.
 *
 * @param executions those of the run
 */
export function stepViews(
  program: WorkflowProgram,
  tries: readonly RunStep[],
  executions: readonly ExecutionSummary[],
  { isOver, isAtWork }: RunLiveness,
): WorkflowStepView[] {
  const record = new TryRecord(tries);
  const begunAt = (placed: string) => record.paths.filter((path) => pathInFile(path) === placed);
  const leaves = placedSteps(program).filter(({ step }) => !HOLDERS.has(step.kind));
  const lastBegun = leaves.findLastIndex(({ path }) => begunAt(path).length > 0);
  return leaves.flatMap(({ path, step }, at) => {
    const begun = begunAt(path);
    if (begun.length === 0) return [notBegun({ path, step }, isOver || at < lastBegun)];
    return begun
      .toSorted(byEntry)
      .map((one) => begunView(one, step.kind, record.of(one), { executions, isAtWork }));
  });
}

function notBegun({ path, step }: PlacedStep, isPast: boolean): WorkflowStepView {
  return {
    path,
    kind: step.kind,
    status: isPast ? 'skipped' : 'pending',
    tries: 0,
    ambiguous: 0,
    startedAt: null,
    finishedAt: null,
    cost: 0,
    executions: [],
    decision: null,
    problem: null,
  };
}

function begunView(
  path: string,
  kind: StepKind,
  tries: readonly RunStep[],
  { executions, isAtWork }: { readonly executions: readonly ExecutionSummary[]; readonly isAtWork: boolean },
): WorkflowStepView {
  const newest = tries.at(-1);
  if (newest === undefined) throw new Error(`the step ${path} was not begun`);
  const asked = executions.filter(({ id }) => tries.some(({ execution }) => execution === id));
  const { startedAt, finishedAt, problem } = newest;
  return {
    path,
    kind,
    status: isOpenGate(newest) ? 'waiting' : newest.status,
    tries: tries.length,
    ambiguous: tries.filter((step) => isAmbiguous(step) && !(isAtWork && step.status === 'started')).length,
    startedAt,
    finishedAt,
    cost: inDollars(asked.reduce<NanoDollars | null>((total, { cost }) => sum(total, cost), 0)),
    executions: asked.map(({ id }) => id),
    decision: decisionView(newest),
    problem: problem && { ...problem, message: redactSecrets(problem.message) },
  };
}

export function decisionView({ gate }: RunStep): WorkflowStepView['decision'] {
  if (gate === null) return null;
  const { decision } = gate;
  if (decision.is === 'pending') return { is: 'pending', comment: null, actor: null };
  const { is, comment, actor } = decision;
  return { is, comment: comment && redactSecrets(comment), actor };
}

/** `each[10]` comes behind `each[9]`. */
function byEntry(left: string, right: string): number {
  return left.localeCompare(right, 'en', { numeric: true });
}
