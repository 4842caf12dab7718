import * as z from 'zod/mini';
import { redactSecrets } from '../../../base/text/secrets.js';
import type { RunStep } from '../../../engine/run/run.js';
import { guarded } from '../../access/guarded.js';
import { needs } from '../../access/needs.js';
import type { Deps } from '../../deps.js';
import { executionsOf } from '../../execution/execution-records.js';
import { shownValue } from '../../execution/shown-value.js';
import { shownSource } from '../given-workflow.js';
import { findRun } from './find-run.js';
import { programOfRun } from './program-of-run.js';
import type { WorkflowRunDocument, WorkflowTryView } from './run-outputs.js';
import { runPage } from './run-page.js';
import { workflowRunOutputOf } from './run-view.js';
import { decisionView } from './step-views.js';

const input = z.object({
  /** The id, the unique beginning of it, or `latest`. */
  run: z._default(z.string(), 'latest'),
});

/**
 * A run with all that its steps brought forth, as one document, and as a page for people. Credentials are marked.
 * @throws NotFoundError, AmbiguousReferenceError
 */
export const exportWorkflowRun = guarded(
  needs.exportWorkflowRun,
  input,
  async (deps: Deps, given): Promise<WorkflowRunDocument> => {
    const found = await findRun(deps, given.run);
    const { program, source } = await programOfRun(deps, found);
    const { run, inputs, outputs, cost } = await workflowRunOutputOf(deps, found.id, program);
    const tries = (await executionsOf(deps).runs.steps(found.id)).map(tryView);
    const document = { run, inputs, outputs, tries, cost, source: shownSource(source) };
    return { ...document, markdown: runPage(document) };
  },
);

function tryView(step: RunStep): WorkflowTryView {
  const { key, attempt, status, startedAt, finishedAt, result, execution, problem } = step;
  return {
    path: key,
    attempt,
    status,
    startedAt,
    finishedAt,
    result: shownValue(result),
    execution,
    decision: decisionView(step),
    problem: problem && { ...problem, message: redactSecrets(problem.message) },
  };
}
