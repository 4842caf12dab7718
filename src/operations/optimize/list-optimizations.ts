import * as z from 'zod/mini';
import type { OptimizationId } from '../../base/ids.js';
import { optimizationStatuses } from '../../engine/optimize/optimization.js';
import { accessOf } from '../access/access.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import { cursorTo, endAt } from '../paging/page-cursor.js';
import { pageOf } from '../paging/page-of.js';
import { namedProject } from '../project/named-project.js';
import type { OptimizationListOutput } from './outputs.js';
import { optimizationViews } from './views/optimization-view.js';

const input = z.object({
  status: z.optional(z.enum(optimizationStatuses)),
  /** Every project's, unless one is named here or in the surroundings. */
  project: z.optional(z.string()),
  limit: z._default(z.int().check(z.positive(), z.maximum(1000)), 50),
  /** Where the page before ended. */
  cursor: z.optional(z.string()),
});

/** The time in milliseconds, and the id. */
const pageEnd = z.tuple([z.int(), z.string()]);
const LIST = 'optimizations';

/**
 * The newest optimisations, a page of them.
 *
 * @throws NotFoundError, AmbiguousReferenceError for the project
 * @throws NotAllowedError in a workspace without the database
 */
export const listOptimizations = guarded(
  needs.listOptimizations,
  input,
  async (deps: Deps, { limit, cursor, status, project }): Promise<OptimizationListOutput> => {
    const { optimizations } = executionsOf(deps);
    const end = endAt(LIST, pageEnd, cursor);
    const after = end && { createdAt: new Date(end[0]), id: end[1] as OptimizationId };
    const filter = {
      status,
      project: (await namedProject(deps, project))?.id,
      hidden: await accessOf(deps).hidden(),
    };
    const found = await optimizations.list(filter, { limit: limit + 1, after });
    const page = pageOf(found, limit, ({ createdAt, id }) => cursorTo(LIST, [createdAt.getTime(), id]));
    const { count, exact } = await optimizations.count(filter);
    return {
      optimizations: await optimizationViews(deps, page.shown),
      total: count,
      exact,
      cursor: page.cursor,
    };
  },
);
