import * as z from 'zod/mini';
import { guarded } from '../../access/guarded.js';
import { needs } from '../../access/needs.js';
import type { Deps } from '../../deps.js';
import { findRun } from './find-run.js';
import { programOfRun } from './program-of-run.js';
import type { WorkflowRunOutput } from './run-outputs.js';
import { workflowRunOutputOf } from './run-view.js';

const input = z.object({
  /** The id, the unique beginning of it, or `latest`. */
  run: z._default(z.string(), 'latest'),
});

/**
 * How the run of a workflow stands: its steps, what waits for somebody's word, and the command that goes on.
 * @throws NotFoundError, AmbiguousReferenceError
 */
export const showWorkflowRun = guarded(
  needs.showWorkflowRun,
  input,
  async (deps: Deps, given): Promise<WorkflowRunOutput> => {
    const run = await findRun(deps, given.run);
    return workflowRunOutputOf(deps, run.id, (await programOfRun(deps, run)).program);
  },
);
