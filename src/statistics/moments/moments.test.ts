import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RunningComoments } from './running-comoments.js';
import { RunningMoments } from './running-moments.js';

const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const pairs = fc.array(fc.tuple(value, value), { minLength: 2, maxLength: 40 });

function momentsOf(values: readonly number[]): RunningMoments {
  const moments = new RunningMoments();
  for (const each of values) moments.add(each);
  return moments;
}

function comomentsOf(values: readonly (readonly [number, number])[]): RunningComoments {
  const comoments = new RunningComoments();
  for (const [x, y] of values) comoments.add(x, y);
  return comoments;
}

describe('running moments', () => {
  it('keep their digits far away from 0', () => {
    const { mean, variance } = momentsOf([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).sample();
    expect(mean).toBe(1e9 + 10);
    expect(variance).toBe(30);
  });

  it('know no variance of one number', () => {
    expect(momentsOf([3]).sample()).toEqual({ count: 1, mean: 3, variance: Number.NaN });
  });

  it('of two parts are those of the whole', () => {
    fc.assert(
      fc.property(pairs, fc.nat(40), (all, cut) => {
        const whole = comomentsOf(all).sample();
        const parts = comomentsOf(all.slice(0, cut));
        parts.merge(comomentsOf(all.slice(cut)));
        const merged = parts.sample();
        expect(merged.count).toBe(whole.count);
        expect(merged.meanX).toBeCloseTo(whole.meanX, 6);
        expect(Math.abs(merged.varianceY - whole.varianceY)).toBeLessThanOrEqual(
          1e-9 * (1 + whole.varianceY),
        );
        expect(Math.abs(merged.covariance - whole.covariance)).toBeLessThanOrEqual(
          1e-9 * (1 + whole.varianceX + whole.varianceY),
        );
      }),
    );
  });

  it('of one number of pairs are the same as of that number alone', () => {
    fc.assert(
      fc.property(pairs, fc.nat(40), (all, cut) => {
        const xs = all.map(([x]) => x);
        const merged = momentsOf(xs.slice(0, cut));
        merged.merge(momentsOf(xs.slice(cut)));
        const { meanX, varianceX } = comomentsOf(all).sample();
        expect(merged.sample().mean).toBeCloseTo(meanX, 6);
        expect(Math.abs(merged.sample().variance - varianceX)).toBeLessThanOrEqual(1e-9 * (1 + varianceX));
      }),
    );
  });
});
