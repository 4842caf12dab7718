import { describe, expect, it } from 'vitest';
import { matchedPairs } from '../moments/matched-pairs.js';
import { UnitTotals } from '../moments/unit-totals.js';
import { RandomSource } from '../random/random-source.js';
import { pairedRatioSample } from './paired-ratio-sample.js';
import { ratioSample } from './ratio-sample.js';
import { pairedRelativeEstimate, relativeEstimate } from './relative.js';

describe('relative effects', () => {
  const control = { count: 400, mean: 10, variance: 9 };
  const treatment = { count: 900, mean: 11, variance: 16 };

  it('have the variance of a quotient', () => {
    const { estimate, standardError } = relativeEstimate({ control, treatment });
    expect(estimate).toBeCloseTo(0.1, 14);
    // var(t)/c² + t² var(c)/c⁴
    expect(standardError ** 2).toBeCloseTo(16 / 900 / 100 + (121 * 9) / 400 / 10_000, 14);
  });

  it('of pairs without anything in common are those of groups of that size', () => {
    const pairs = { count: 400, meanX: 10, meanY: 11, varianceX: 9, varianceY: 16, covariance: 0 };
    const apart = relativeEstimate({ control, treatment: { ...treatment, count: 400 } });
    expect(pairedRelativeEstimate(pairs).standardError).toBeCloseTo(apart.standardError, 14);
    expect(pairedRelativeEstimate({ ...pairs, covariance: 10 }).standardError).toBeLessThan(
      apart.standardError / 1.5,
    );
  });
});

describe('quotients of sums', () => {
  it('of units that are observed once are means', () => {
    const totals = new UnitTotals();
    for (const [at, value] of [3, 5, 10, 2].entries()) totals.add(String(at), value);
    const { mean, variance } = ratioSample(totals.sample());
    expect(mean).toBe(5);
    expect(variance).toBeCloseTo(38 / 3, 12);
  });

  it('have errors of units: to see each observation ten times tells nothing more', () => {
    const [once, often] = [new UnitTotals(), new UnitTotals()];
    for (const [at, value] of [3, 5, 10, 2].entries()) {
      once.add(String(at), value);
      for (let repeat = 0; repeat < 10; repeat++) often.add(String(at), value);
    }
    expect(ratioSample(often.sample()).variance).toBeCloseTo(ratioSample(once.sample()).variance, 12);
  });

  it('vary as the delta method says', () => {
    const random = new RandomSource('quotients');
    const quotients: number[] = [];
    let predicted = 0;
    const rounds = 2000;
    for (let round = 0; round < rounds; round++) {
      const totals = new UnitTotals();
      for (let unit = 0; unit < 60; unit++) {
        const calls = 1 + random.below(5);
        totals.add(String(unit), calls * 2 + random.normal(), calls);
      }
      const { mean, variance, count } = ratioSample(totals.sample());
      quotients.push(mean);
      predicted += variance / count / rounds;
    }
    const centre = quotients.reduce((sum, value) => sum + value, 0) / rounds;
    const observed = quotients.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (rounds - 1);
    expect(Math.abs(predicted / observed - 1)).toBeLessThan(0.1);
  });

  it('of the same units keep what they have in common', () => {
    const [control, treatment] = [new UnitTotals(), new UnitTotals()];
    for (const [row, dollars, tasks] of [
      ['1', 5, 2],
      ['2', 3, 1],
      ['3', 9, 4],
    ] as const) {
      control.add(row, dollars, tasks);
      treatment.add(row, dollars * 0.9, tasks);
    }
    const pairs = matchedPairs({ control, treatment });
    expect(pairs).not.toBeNull();
    if (pairs === null) return;
    const { meanX, meanY, varianceX, varianceY, covariance } = pairedRatioSample(pairs);
    expect(meanY / meanX).toBeCloseTo(0.9, 14);
    expect(covariance).toBeCloseTo(Math.sqrt(varianceX * varianceY), 12);
  });
});
