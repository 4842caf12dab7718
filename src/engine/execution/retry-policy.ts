import type { ModelCallError } from '../../models/spec/model-fault.js';
import type { ModelKind } from '../../models/spec/open-model.js';
import { MOST_CALLS } from '../batch/batch.js';
import type { NewExecution } from './execution.js';
import { inBatch } from './execution-place.js';

/** How often, and how long apart, the same is asked again. Waits are in milliseconds. */
export interface RetryPolicy {
  /** Calls altogether, the first one included. */
  readonly calls: number;
  readonly firstWait: number;
  /** No wait is longer; a provider that asks for more is not asked again. */
  readonly longestWait: number;
}

export const retryPolicy: RetryPolicy = { calls: 4, firstWait: 1000, longestWait: 60_000 };

/** An agent tries again by itself, and may have changed files: it is asked once. */
export const agentRetryPolicy: RetryPolicy = { ...retryPolicy, calls: 1 };

/** An item of a batch has so many calls, whichever of its executions makes them. */
export function retryPolicyFor(kind: ModelKind, place: NewExecution['place']): RetryPolicy {
  const policy = kind === 'agent' ? agentRetryPolicy : retryPolicy;
  const item = inBatch(place);
  if (item === null) return policy;
  return { ...policy, calls: Math.min(policy.calls, MOST_CALLS - item.callsBefore) };
}

/**
 * How long to wait before the next call: what the provider asks for, else twice as long each time. Half of
 * it is left to chance, so that many who failed together do not come back together.
 *
 * @param made calls that were made so far, at least 1
 * @param random between 0 and 1
 * @returns milliseconds; null when it is not to be tried again
 */
export function waitBeforeRetry(
  error: ModelCallError,
  made: number,
  { calls, firstWait, longestWait }: RetryPolicy,
  random: number,
): number | null {
  if (!error.passing || made >= calls) return null;
  const { retryAfterMs } = error.details;
  if (retryAfterMs !== null && retryAfterMs > longestWait) return null;
  const growing = Math.min(longestWait, firstWait * 2 ** (made - 1));
  const wait = Math.round(growing * (0.5 + random / 2));
  return retryAfterMs === null ? wait : Math.min(longestWait, retryAfterMs + Math.round(wait / 10));
}
