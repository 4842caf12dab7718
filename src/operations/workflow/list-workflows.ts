import * as z from 'zod/mini';
import { accessOf } from '../access/access.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import { cursorTo, endAt } from '../paging/page-cursor.js';
import { pageOf } from '../paging/page-of.js';
import { rangeInput, rangeOf } from '../prompt/prompt-scope.js';
import type { WorkflowListOutput } from './outputs.js';
import { workflowView } from './views/workflow-view.js';

const input = z.object({
  range: rangeInput,
  limit: z._default(z.int().check(z.positive(), z.maximum(10_000)), 50),
  /** Where the page before ended. */
  cursor: z.optional(z.string()),
});

/** The name and the id. */
const pageEnd = z.tuple([z.string(), z.string()]);
const LIST = 'workflows';

/**
 * The workflows that are seen here, a page of them by name.
 * @throws NotFoundError when the project that was named does not exist
 */
export const listWorkflows = guarded(
  needs.listWorkflows,
  input,
  async (deps: Deps, { range, limit, cursor }): Promise<WorkflowListOutput> => {
    const { workflows } = executionsOf(deps);
    const filter = { scope: await rangeOf(deps, range), hidden: await accessOf(deps).hidden() };
    const found = await workflows.list(filter, { limit: limit + 1, after: endAt(LIST, pageEnd, cursor) });
    const page = pageOf(found, limit, ({ name, id }) => cursorTo(LIST, [name, id]));
    const { count, exact } = await workflows.count(filter);
    return { workflows: page.shown.map(workflowView), total: count, exact, cursor: page.cursor };
  },
);
