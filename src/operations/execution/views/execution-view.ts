import { redactSecrets } from '../../../base/text/secrets.js';
import { inDollars } from '../../../engine/execution/dollars.js';
import type { ExecutionSummary } from '../../../engine/execution/execution.js';
import {
  type ExecutionPlace,
  inBatch,
  inOptimization,
  inRun,
  inSession,
} from '../../../engine/execution/execution-place.js';
import type { ExecutionView } from '../view-shapes.js';

/** What the projects are called, by their ids. */
export type ProjectNames = ReadonlyMap<string, string>;

/** An execution in few words. A project that is gone is called by its id. */
export function executionView(
  { id, kind, status, project, place, prompt, problem, at, cost, ...execution }: ExecutionSummary,
  names: ProjectNames,
): ExecutionView {
  const { model, answeredModel, finishReason, usage, latencyMs, firstTokenMs } = execution;
  const { answeredBy, rerunOf, actor, finishedAt, redactedAt } = execution;
  return {
    id,
    kind,
    status,
    project: project && { id: project, name: names.get(project) ?? project },
    session: sessionOf(place),
    batch: batchOf(place),
    workflowRun: workflowRunOf(place),
    optimization: optimizationOf(place),
    prompt: prompt.reference,
    promptVersion: prompt.version,
    model,
    answeredModel,
    finishReason,
    usage,
    cost: inDollars(cost),
    latencyMs,
    firstTokenMs,
    answeredBy,
    rerunOf,
    problem: problem && { code: problem.code, message: redactSecrets(problem.message) },
    actor,
    createdAt: at,
    finishedAt,
    redactedAt,
  };
}

function sessionOf(place: ExecutionPlace | null): ExecutionView['session'] {
  const found = inSession(place);
  return found && { id: found.session, step: found.step, part: found.part, attempt: found.attempt };
}

function batchOf(place: ExecutionPlace | null): ExecutionView['batch'] {
  const found = inBatch(place);
  return found && { id: found.batch, position: found.position };
}

function workflowRunOf(place: ExecutionPlace | null): ExecutionView['workflowRun'] {
  const found = inRun(place);
  return found && { id: found.run, try: found.try };
}

function optimizationOf(place: ExecutionPlace | null): ExecutionView['optimization'] {
  const found = inOptimization(place);
  return found && { id: found.optimization, row: found.row };
}
