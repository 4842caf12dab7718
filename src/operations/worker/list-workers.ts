import * as z from 'zod/mini';
import { workerStatuses } from '../../engine/batch/batch.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import { cursorTo, endAt } from '../paging/page-cursor.js';
import { pageOf } from '../paging/page-of.js';
import type { WorkerListOutput } from './outputs.js';
import { workerView } from './worker-view.js';

const input = z.object({
  /** Those that said good-bye, too. */
  all: z._default(z.boolean(), false),
  limit: z._default(z.int().check(z.positive(), z.maximum(1000)), 50),
  /** Where the page before ended. */
  cursor: z.optional(z.string()),
});

/** The time as it is kept, and the id. */
const pageEnd = z.tuple([z.string(), z.string()]);
const LIST = 'workers';

/**
 * The processes that work on batches and workflows, wherever they are, the newest first.
 *
 * @throws NotAllowedError in a workspace without the database
 */
export const listWorkers = guarded(
  needs.listWorkers,
  input,
  async (deps: Deps, { all, limit, cursor }): Promise<WorkerListOutput> => {
    const { workers } = executionsOf(deps);
    const statuses = all ? workerStatuses : (['running', 'draining'] as const);
    const found = await workers.list(statuses, { limit: limit + 1, after: endAt(LIST, pageEnd, cursor) });
    const page = pageOf(found, limit, ({ startedAt, id }) => cursorTo(LIST, [startedAt.toISOString(), id]));
    const { count, exact } = await workers.count(statuses);
    const now = (await workers.clock(deps.clock)).now();
    return {
      workers: page.shown.map((worker) => workerView(worker, now)),
      total: count,
      exact,
      cursor: page.cursor,
    };
  },
);
