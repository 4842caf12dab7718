import { describe, expect, it } from 'vitest';
import { betaPosterior } from './beta-posterior.js';
import { normalPosterior } from './normal-posterior.js';
import { lessIsBetter } from './posterior.js';

const confidence = { confidence: 0.95 };
const nothingKnown = { prior: { a: 1, b: 1 }, ...confidence } as const;

const groups = {
  control: { successes: 100, count: 1000 },
  treatment: { successes: 120, count: 1000 },
};

describe('a normal posterior', () => {
  it('without a prior is the estimate', () => {
    const { estimate, interval, chanceToWin } = normalPosterior(
      { estimate: 0.1, standardError: 0.05 },
      null,
      confidence,
    );
    expect(estimate).toBe(0.1);
    expect(interval.from).toBeCloseTo(0.1 - 1.959963984540054 * 0.05, 12);
    expect(chanceToWin).toBeCloseTo(0.9772498680518208, 12);
  });

  it('draws the estimate towards the prior, by how well each is known', () => {
    const prior = { mean: 0, standardDeviation: 0.05 };
    const { estimate, interval } = normalPosterior({ estimate: 0.1, standardError: 0.05 }, prior, confidence);
    expect(estimate).toBeCloseTo(0.05, 12);
    expect(interval.to - estimate).toBeCloseTo((1.959963984540054 * 0.05) / Math.SQRT2, 12);
  });

  it('loses what truncated means say', () => {
    // E max(δ, 0) and E max(−δ, 0) of δ ~ N(0.1, 0.05²), by adaptive integration in SciPy.
    const { expectedLoss } = normalPosterior({ estimate: 0.1, standardError: 0.05 }, null, confidence);
    expect(expectedLoss.control).toBeCloseTo(0.10042453513084151, 12);
    expect(expectedLoss.treatment).toBeCloseTo(0.00042453513084148194, 12);
  });

  it('is refused without a standard error', () => {
    expect(() => normalPosterior({ estimate: 1, standardError: 0 }, null, confidence)).toThrow(
      expect.objectContaining({ code: 'STATISTICS_INPUT' }),
    );
  });
});

describe('a beta posterior', () => {
  it('of one success more or less is a fraction that can be written down', () => {
    const { chanceToWin, expectedLoss } = betaPosterior(
      { control: { successes: 0, count: 1 }, treatment: { successes: 1, count: 1 } },
      { ...nothingKnown, effect: 'difference' },
    );
    expect(chanceToWin).toBeCloseTo(5 / 6, 13);
    // The means are 1/3 and 2/3, so the losses are 1/3 apart.
    expect(expectedLoss.control - expectedLoss.treatment).toBeCloseTo(1 / 3, 13);
  });

  it('has as much left out on either side of its interval', () => {
    const { interval, chanceToWin } = betaPosterior(groups, { ...nothingKnown, effect: 'difference' });
    // By adaptive integration in SciPy.
    expect(interval.from).toBeCloseTo(-0.007470692707561437, 8);
    expect(interval.to).toBeCloseTo(0.04746969272423858, 8);
    expect(chanceToWin).toBeCloseTo(0.9231834389, 8);
  });

  it('may be relative to the control', () => {
    const { estimate, interval } = betaPosterior(groups, { ...nothingKnown, effect: 'relative' });
    expect(estimate).toBeCloseTo(121 / 101 - 1, 12);
    expect(interval.from).toBeCloseTo(-0.06536043211098326, 7);
    expect(interval.to).toBeCloseTo(0.5408381930997975, 7);
  });

  it('turns round when less is better', () => {
    const posterior = betaPosterior(groups, { ...nothingKnown, effect: 'difference' });
    const turned = lessIsBetter(posterior);
    expect(turned.chanceToWin).toBeCloseTo(1 - posterior.chanceToWin, 14);
    expect(turned.expectedLoss).toEqual({
      control: posterior.expectedLoss.treatment,
      treatment: posterior.expectedLoss.control,
    });
    expect(turned.interval).toEqual(posterior.interval);
  });

  it('stands very little and very much data', () => {
    const few = betaPosterior(
      { control: { successes: 0, count: 1 }, treatment: { successes: 0, count: 1 } },
      { prior: { a: 0.1, b: 0.1 }, effect: 'difference', ...confidence },
    );
    const many = betaPosterior(
      { control: { successes: 400_000, count: 1e6 }, treatment: { successes: 401_000, count: 1e6 } },
      { ...nothingKnown, effect: 'difference' },
    );
    expect(few.chanceToWin).toBeCloseTo(0.5, 9);
    expect(many.interval.to - many.interval.from).toBeCloseTo(2 * 1.96 * Math.sqrt(0.48e-6), 5);
  });

  it('is refused for a prior of nothing', () => {
    const question = { prior: { a: 0, b: 1 }, effect: 'difference', ...confidence } as const;
    expect(() => betaPosterior(groups, question)).toThrow(
      expect.objectContaining({ code: 'STATISTICS_INPUT' }),
    );
  });
});
