import * as z from 'zod/mini';
import type { PruneLimits } from '../../store/execution-pruning.js';
import type { Deps } from '../deps.js';
import { operation } from '../operation.js';
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
export const previewPruning = operation(input, async (deps: Deps, given): Promise<ExecutionPruneOutput> => {
  const executions = await executionsOf(deps).executions.prunable(limitsOf(given));
  return { executions, cacheEntries: null, before: given.before, removed: false };
});

/**
 * Removes old executions for good, with their calls, tool uses and attachments. Those that are said to be
 * running stay.
 */
export const pruneExecutions = operation(input, async (deps: Deps, given): Promise<ExecutionPruneOutput> => {
  const pruned = await executionsOf(deps).executions.prune(limitsOf(given));
  return { ...pruned, before: given.before, removed: true };
});

function limitsOf({ before, which, ofSessions }: z.output<typeof input>): PruneLimits {
  return {
    before,
    ofSessions,
    statuses: which === 'all' ? ['succeeded', 'failed', 'aborted'] : ['failed', 'aborted'],
  };
}
