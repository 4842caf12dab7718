import * as z from 'zod/mini';
import type { ExecutionMatch } from '../../store/execution-search.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { executionsOf } from './execution-records.js';
import { filterFrom, filterInput } from './given-filter.js';
import type { ExecutionSearchOutput } from './outputs.js';
import { executionView } from './views/execution-view.js';
import { projectNamesFor } from './views/project-names.js';

const input = z.extend(filterInput, {
  /** Words, `"words in quotes"`, and `-words` that must not be there. */
  text: z.string(),
  limit: z._default(z.int().check(z.positive(), z.maximum(1000)), 20),
});

/**
 * The executions whose questions or answers have all that is looked for, the nearest first. Of long texts only
 * the beginning is searched.
 *
 * @throws SearchQueryError when there is nothing to look for, or too much
 * @throws NotFoundError, AmbiguousReferenceError for what the filter names
 */
export const searchExecutions = guarded(
  needs.searchExecutions,
  input,
  async (deps: Deps, { text, limit, ...given }): Promise<ExecutionSearchOutput> => {
    const filter = await filterFrom(deps, given);
    // One more than wanted tells whether there are more.
    const found = await executionsOf(deps).executions.search({ text, filter, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const names = await projectNamesFor(
      deps,
      shown.map(({ execution }) => execution),
    );
    return {
      hits: shown.map(({ execution, matches }) => ({
        execution: executionView(execution, names),
        matches: matches.map(matchView),
      })),
      more: found.length > limit,
    };
  },
);

function matchView({ field, text, ranges, hasBefore, hasAfter }: ExecutionMatch) {
  return { field, text, ranges: ranges.map(({ start, end }) => ({ start, end })), hasBefore, hasAfter };
}
