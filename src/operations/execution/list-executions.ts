import * as z from 'zod/mini';
import type { ExecutionId } from '../../base/ids.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { cursorTo, endAt } from '../paging/page-cursor.js';
import { pageOf } from '../paging/page-of.js';
import { executionsOf } from './execution-records.js';
import { filterFrom, filterInput } from './given-filter.js';
import type { ExecutionListOutput } from './outputs.js';
import { listedExecutions } from './views/listed-execution.js';

const input = z.extend(filterInput, {
  limit: z._default(z.int().check(z.positive(), z.maximum(1000)), 50),
  /** Where the page before ended. */
  cursor: z.optional(z.string()),
});

/** The time in milliseconds, and the id. */
const pageEnd = z.tuple([z.int(), z.string()]);
const LIST = 'executions';

/**
 * The newest executions that pass the filter, a page of them.
 *
 * @throws NotFoundError, AmbiguousReferenceError for what the filter names
 * @throws NotAllowedError in a workspace, which keeps no record of executions
 */
export const listExecutions = guarded(
  needs.listExecutions,
  input,
  async (deps: Deps, { limit, cursor, ...given }): Promise<ExecutionListOutput> => {
    const { executions } = executionsOf(deps);
    const end = endAt(LIST, pageEnd, cursor);
    const after = end && { at: new Date(end[0]), id: end[1] as ExecutionId };
    const filter = await filterFrom(deps, given);
    const found = await executions.list(filter, { limit: limit + 1, after });
    const page = pageOf(found, limit, ({ at, id }) => cursorTo(LIST, [at.getTime(), id]));
    const { count, exact } = await executions.count(filter);
    return {
      executions: await listedExecutions(deps, page.shown),
      total: count,
      exact,
      cursor: page.cursor,
    };
  },
);
