import { describe, expect, it } from 'vitest';
import { studentTTwoSided } from '../distributions/student-t.js';
import { bootstrapEffect, type ColumnMeans } from './bootstrap.js';

const control = [Float64Array.of(0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 1.2, 1.6, 2.3, 4.1, 0.4, 0.6)];
const treatment = [Float64Array.of(0.5, 0.9, 1.4, 2.2, 3.0, 4.5, 9.5, 1.1, 0.3, 2.6)];
const settings = { confidence: 0.95, seed: 'bootstrap' };

const difference = (means: ColumnMeans) => (means[1]?.[0] ?? 0) - (means[0]?.[0] ?? 0);
const relative = (means: ColumnMeans) => (means[1]?.[0] ?? 0) / (means[0]?.[0] ?? 0) - 1;

describe('the bootstrap', () => {
  // SciPy's bootstrap, method BCa, with 400,000 resamples. It does not expand: with this confidence, ours does
  // not either.
  const unexpanded = 1 - studentTTwoSided(1.959963984540054 * Math.sqrt(20 / 22), 20);

  it.each([
    ['differences', difference, 0.2317, 3.96],
    ['quotients', relative, -0.0197, 4.647],
  ])('leans as the data do, for %s', (_, statistic, from, to) => {
    const { interval } = bootstrapEffect([control, treatment], statistic, {
      ...settings,
      confidence: unexpanded,
      resamples: 20_000,
    });
    expect(Math.abs(interval.from - from)).toBeLessThan(0.03 * (to - from));
    expect(Math.abs(interval.to - to)).toBeLessThan(0.03 * (to - from));
  });

  it('is the same for the same seed, and another one for another', () => {
    const [one, same, other] = ['a', 'a', 'b'].map((seed) =>
      bootstrapEffect([control, treatment], difference, { ...settings, seed }),
    );
    expect(same).toEqual(one);
    expect(other?.interval).not.toEqual(one?.interval);
  });

  it('has a p-value that goes with its interval', () => {
    const { pValue } = bootstrapEffect([control, treatment], difference, settings);
    for (const confidence of [0.8, 0.9, 0.95, 0.99]) {
      const { interval } = bootstrapEffect([control, treatment], difference, { ...settings, confidence });
      expect(interval.from > 0, String(confidence)).toBe(pValue < 1 - confidence);
    }
  });

  it('of very few units that lean very much has an interval around the estimate', () => {
    const groups = [[Float64Array.of(0, 0, 0, 50)], [Float64Array.of(1, 1, 90)]];
    const { estimate, interval } = bootstrapEffect(groups, difference, { ...settings, confidence: 0.99 });
    expect(interval.from).toBeLessThan(estimate);
    expect(interval.to).toBeGreaterThanOrEqual(estimate);
  });

  it('draws the figures of a unit together', () => {
    const group = [Float64Array.of(1, 2, 3, 4, 5), Float64Array.of(2, 4, 6, 8, 10)];
    const { estimate, interval } = bootstrapEffect(
      [group],
      ([means]) => (means?.[1] ?? 0) / (means?.[0] ?? 1),
      settings,
    );
    // The quotient is 2 in each unit, so that nothing varies, and nothing is known.
    expect(estimate).toBe(2);
    expect(interval).toEqual({ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY });
  });

  it('of a quotient that may be infinite has no end there, and of 0 and 0 nothing is known', () => {
    const [rare, some] = [[Float64Array.of(0, 0, 0, 0, 1, 0, 0, 1)], [Float64Array.of(1, 1, 0, 1, 1, 1)]];
    const quotient = ([c, t]: ColumnMeans) => (t?.[0] ?? 0) / (c?.[0] ?? 0);
    const { interval } = bootstrapEffect([rare, some], quotient, settings);
    expect(interval.from).toBeGreaterThan(0);
    expect(interval.to).toBe(Number.POSITIVE_INFINITY);
    expect(bootstrapEffect([rare, rare], quotient, settings)).toMatchObject({
      interval: { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
      pValue: 1,
    });
  });

  it('refuses a group of one, and few resamples', () => {
    const refused = expect.objectContaining({ code: 'STATISTICS_INPUT' });
    expect(() => bootstrapEffect([[Float64Array.of(1)]], () => 1, settings)).toThrow(refused);
    expect(() => bootstrapEffect([control], () => 1, { ...settings, resamples: 10 })).toThrow(refused);
  });
});
