import { redactSecrets } from '../../../base/text/secrets.js';
import { inDollars } from '../../../engine/execution/dollars.js';
import type { ExecutionSummary, SessionPlace } from '../../../engine/execution/execution.js';
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
    session: place && sessionOf(place),
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

function sessionOf({ session, step, part, attempt }: SessionPlace): ExecutionView['session'] {
  return { id: session, step, part, attempt };
}
