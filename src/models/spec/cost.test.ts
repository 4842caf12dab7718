import { describe, expect, it } from 'vitest';
import { costOf } from './cost.js';
import { unknownUsage } from './model-answer.js';

const price = { input: 2, output: 8, cachedInput: 0.5, cacheWrite: 2.5, source: 'test' };
const usage = { ...unknownUsage, input: 1000, output: 100 };

describe('the cost of a call', () => {
  it('is that of its tokens, in thousand-millionths of a dollar', () => {
    expect(costOf(usage, price)).toBe(1000 * 2000 + 100 * 8000);
  });

  it('takes what was cached, and what went into the cache, at their own prices', () => {
    expect(costOf({ ...usage, cachedInput: 400, cacheWrite: 100 }, price)).toBe(
      500 * 2000 + 400 * 500 + 100 * 2500 + 100 * 8000,
    );
    expect(costOf({ ...usage, cachedInput: 400 }, { ...price, cachedInput: null })).toBe(
      costOf(usage, price),
    );
  });

  it('is unknown when the tokens or the price are', () => {
    expect(costOf(usage, null)).toBeNull();
    expect(costOf({ ...usage, output: null }, price)).toBeNull();
    expect(costOf({ ...usage, input: null }, price)).toBeNull();
  });

  it('is nothing for what is free, whether or not the tokens were counted', () => {
    expect(costOf(unknownUsage, { ...price, input: 0, output: 0, cachedInput: null, cacheWrite: null })).toBe(
      0,
    );
  });

  it('follows the price for long input', () => {
    const long = { input: 4, output: 12, cachedInput: null, cacheWrite: null, above: 1000 };
    expect(costOf(usage, { ...price, tiers: [long] })).toBe(costOf(usage, price));
    expect(costOf({ ...usage, input: 1001 }, { ...price, tiers: [long] })).toBe(1001 * 4000 + 100 * 12_000);
  });
});
