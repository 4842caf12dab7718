import * as z from 'zod/mini';
import { runStatuses } from '../../../engine/run/run.js';
import { accessOf } from '../../access/access.js';
import { guarded } from '../../access/guarded.js';
import { needs } from '../../access/needs.js';
import type { Deps } from '../../deps.js';
import { executionsOf } from '../../execution/execution-records.js';
import { cursorTo, endAt } from '../../paging/page-cursor.js';
import { pageOf } from '../../paging/page-of.js';
import { placeAt } from '../../paging/place-at.js';
import { namedProject } from '../../project/named-project.js';
import { findWorkflow } from '../find-workflow.js';
import { WORKFLOW_KIND } from './find-run.js';
import type { WorkflowRunListOutput } from './run-outputs.js';
import { workflowNames, workflowRunView } from './run-view.js';

const input = z.object({
  /** Only those of this workflow, in any of its versions. */
  workflow: z.optional(z.string()),
  status: z.optional(z.enum(runStatuses)),
  /** Every project's, unless one is named here or in the surroundings. */
  project: z.optional(z.string()),
  limit: z._default(z.int().check(z.positive(), z.maximum(1000)), 20),
  /** Where the page before ended. */
  cursor: z.optional(z.string()),
});

/** The time in milliseconds, and the id. */
const pageEnd = z.tuple([z.int(), z.string()]);
const LIST = 'workflow-runs';

/**
 * The newest runs of workflows, a page of them.
 * @throws NotFoundError, AmbiguousReferenceError for what the filter names
 */
export const listWorkflowRuns = guarded(
  needs.listWorkflowRuns,
  input,
  async (deps: Deps, { workflow, status, project, limit, cursor }): Promise<WorkflowRunListOutput> => {
    const { runs, workflows } = executionsOf(deps);
    const filter = {
      kind: WORKFLOW_KIND,
      subject: workflow === undefined ? undefined : (await findWorkflow(deps, workflow)).workflow.id,
      project: (await namedProject(deps, project))?.id,
      status,
      hidden: await accessOf(deps).hidden(),
    };
    const after = placeAt(endAt(LIST, pageEnd, cursor));
    const found = await runs.list(filter, { limit: limit + 1, after });
    const page = pageOf(found, limit, ({ createdAt, id }) => cursorTo(LIST, [createdAt.getTime(), id]));
    const names = await workflowNames(workflows, page.shown);
    const { count, exact } = await runs.count(filter);
    return {
      runs: page.shown.map((run) => workflowRunView(run, names)),
      total: count,
      exact,
      cursor: page.cursor,
    };
  },
);
