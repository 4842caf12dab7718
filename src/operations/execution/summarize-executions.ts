import * as z from 'zod/mini';
import { inDollars } from '../../engine/execution/dollars.js';
import { type ExecutionStats, executionGroupings } from '../../store/execution-stats.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { executionsOf } from './execution-records.js';
import { filterFrom, filterInput } from './given-filter.js';
import type { ExecutionStatsOutput } from './outputs.js';

const input = z.extend(filterInput, {
  /** What they are put together by. Days are days in UTC. */
  by: z._default(z.enum(executionGroupings), 'model'),
});

type Figures = ExecutionStatsOutput['total'];

/**
 * How many executions there were, what they took and what they cost, by one thing that they have in common.
 *
 * @throws NotFoundError, AmbiguousReferenceError for what the filter names
 */
export const summarizeExecutions = guarded(
  needs.summarizeExecutions,
  input,
  async (deps: Deps, { by, ...given }): Promise<ExecutionStatsOutput> => {
    const { executions } = executionsOf(deps);
    const filter = await filterFrom(deps, given);
    const groups = await executions.stats(filter, by);
    const [total] = await executions.stats(filter, 'all');
    return {
      by,
      groups: groups.map((group) => ({ key: group.key, ...figuresOf(group) })),
      total: total === undefined ? none : figuresOf(total),
    };
  },
);

function figuresOf({ count, running, succeeded, cached, successRate, ...stats }: ExecutionStats): Figures {
  const { inputTokens, outputTokens, cost, ofUnknownCost, latency } = stats;
  return {
    executions: count,
    running,
    succeeded,
    cached,
    successRate,
    inputTokens,
    outputTokens,
    cost: inDollars(cost),
    unknownCost: ofUnknownCost,
    latencyP50Ms: latency?.p50 ?? null,
    latencyP95Ms: latency?.p95 ?? null,
  };
}

const none: Figures = {
  executions: 0,
  running: 0,
  succeeded: 0,
  cached: 0,
  successRate: null,
  inputTokens: null,
  outputTokens: null,
  cost: 0,
  unknownCost: 0,
  latencyP50Ms: null,
  latencyP95Ms: null,
};
