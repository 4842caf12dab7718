import { redactSecrets } from '../../../base/text/secrets.js';
import type { Batch, BatchProblem } from '../../../engine/batch/batch.js';
import { inDollars } from '../../../engine/execution/dollars.js';
import type { Deps } from '../../deps.js';
import type { ProjectNames } from '../../execution/views/execution-view.js';
import { projectNamesFor } from '../../execution/views/project-names.js';
import type { BatchView } from '../outputs.js';

/** Batches as they are shown. A project that is gone is called by its id. */
export async function batchViews(deps: Deps, batches: readonly Batch[]): Promise<BatchView[]> {
  const names = await projectNamesFor(deps, batches);
  return batches.map((batch) => viewOf(batch, names));
}

export async function batchView(deps: Deps, batch: Batch): Promise<BatchView> {
  return viewOf(batch, await projectNamesFor(deps, [batch]));
}

function viewOf(batch: Batch, names: ProjectNames): BatchView {
  const { id, name, project, prompt, model, status, rows, done, failed, settings } = batch;
  const { actor, createdAt, updatedAt, finishedAt } = batch;
  return {
    id,
    name: name && redactSecrets(name),
    project: project && { id: project, name: names.get(project) ?? project },
    prompt: prompt.reference,
    model,
    status,
    rows,
    done,
    failed,
    repeat: settings.repeat,
    concurrency: settings.concurrency,
    rate: settings.rate && { ...settings.rate },
    cost: inDollars(batch.spent),
    maxCost: inDollars(settings.maxCost),
    problem: batch.problem && problemView(batch.problem),
    actor,
    createdAt,
    updatedAt,
    finishedAt,
  };
}

export function problemView({ code, message }: BatchProblem): { code: string; message: string } {
  return { code, message: redactSecrets(message) };
}
