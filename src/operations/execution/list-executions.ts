import * as z from 'zod/mini';
import type { Deps } from '../deps.js';
import { operation } from '../operation.js';
import { cursorAfter, readCursor } from './execution-cursor.js';
import { executionsOf } from './execution-records.js';
import { filterFrom, filterInput } from './given-filter.js';
import type { ExecutionListOutput } from './outputs.js';
import { listedExecutions } from './views/listed-execution.js';

const input = z.extend(filterInput, {
  limit: z._default(z.int().check(z.positive(), z.maximum(1000)), 50),
  /** Where the page before ended. */
  cursor: z.optional(z.string()),
});

/**
 * The newest executions that pass the filter, a page of them.
 *
 * @throws NotFoundError, AmbiguousReferenceError for what the filter names
 * @throws NotAllowedError in a workspace, which keeps no record of executions
 */
export const listExecutions = operation(
  input,
  async (deps: Deps, { limit, cursor, ...given }): Promise<ExecutionListOutput> => {
    const { executions } = executionsOf(deps);
    const after = cursor === undefined ? undefined : readCursor(cursor);
    const filter = await filterFrom(deps, given);
    // One more than wanted tells whether there is another page.
    const found = await executions.list(filter, { limit: limit + 1, after });
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    return {
      executions: await listedExecutions(deps, shown),
      total: await executions.count(filter),
      cursor: last === undefined ? null : cursorAfter(last),
    };
  },
);
