import * as z from 'zod/mini';
import type { PruneLimits } from '../../store/execution-pruning.js';
import { accessOf } from '../access/access.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { executionsOf } from './execution-records.js';
import type { ExecutionPruneOutput } from './outputs.js';

const input = z.object({
  /** Those that were begun before this time. */
  before: z.date(),
  /** Those that brought no whole answer alone, or those that did as well. */
  which: z._default(z.enum(['all', 'failed']), 'all'),
  /** What is done with those that belong to sessions. Pasted answers stay in any case. */
  ofSessions: z._default(z.enum(['keep', 'remove']), 'keep'),
});

/** How many executions `pruneExecutions` would remove; nothing is changed. */
export const previewPruning = guarded(
  needs.previewPruning,
  input,
  async (deps: Deps, given): Promise<ExecutionPruneOutput> => {
    const executions = await executionsOf(deps).executions.prunable(await limitsOf(deps, given));
    return { executions, cacheEntries: null, before: given.before, removed: false };
  },
);

/**
 * Removes old executions for good, with their calls, tool uses and attachments. Those that are said to be
 * running stay.
 */
export const pruneExecutions = guarded(
  needs.pruneExecutions,
  input,
  async (deps: Deps, given): Promise<ExecutionPruneOutput> => {
    const pruned = await executionsOf(deps).executions.prune(await limitsOf(deps, given));
    return { ...pruned, before: given.before, removed: true };
  },
);

async function limitsOf(
  deps: Deps,
  { before, which, ofSessions }: z.output<typeof input>,
): Promise<PruneLimits> {
  return {
    before,
    ofSessions,
    hidden: await accessOf(deps).hidden(),
    statuses: which === 'all' ? ['succeeded', 'failed', 'aborted'] : ['failed', 'aborted'],
  };
}
