import { describe, expect, it } from 'vitest';
import { type FaultClass, faultClasses, ModelCallError } from '../../models/spec/model-fault.js';
import { agentRetryPolicy, retryPolicy, retryPolicyFor, waitBeforeRetry } from './retry-policy.js';

const fault = (name: FaultClass, retryAfterMs: number | null = null) =>
  new ModelCallError('It failed.', {
    fault: name,
    status: null,
    retryAfterMs,
    requestId: null,
    partial: null,
  });

describe('waiting before the next call', () => {
  it('doubles, and leaves half to chance', () => {
    const waits = [1, 2, 3].map((made) => waitBeforeRetry(fault('overloaded'), made, retryPolicy, 1));
    expect(waits).toEqual([1000, 2000, 4000]);
    expect(waitBeforeRetry(fault('overloaded'), 1, retryPolicy, 0)).toBe(500);
  });

  it('ends after four calls, and after one of an agent', () => {
    expect(waitBeforeRetry(fault('timeout'), 4, retryPolicy, 0)).toBeNull();
    expect(waitBeforeRetry(fault('timeout'), 1, agentRetryPolicy, 0)).toBeNull();
    expect(retryPolicyFor('agent', null)).toBe(agentRetryPolicy);
    expect(retryPolicyFor('model', null)).toBe(retryPolicy);
  });

  it('heeds what the provider asks for, never less', () => {
    expect(waitBeforeRetry(fault('rate-limited', 7000), 1, retryPolicy, 0)).toBe(7050);
    expect(waitBeforeRetry(fault('rate-limited', 60_000), 3, retryPolicy, 1)).toBe(60_000);
  });

  it('gives up when the provider asks for more than a minute', () => {
    expect(waitBeforeRetry(fault('rate-limited', 60_001), 1, retryPolicy, 0)).toBeNull();
  });

  it('never asks again for what will not pass', () => {
    const again = faultClasses.filter((name) => waitBeforeRetry(fault(name), 1, retryPolicy, 0) !== null);
    expect(again).toEqual([
      'rate-limited',
      'overloaded',
      'timeout',
      'connection',
      'truncated',
      'malformed',
      'empty',
    ]);
  });
});
