import { describe, expect, it } from 'vitest';
import { baselineOf } from './baseline.js';
import { type PlanTerms, rowsNeeded, unitsNeeded } from './units-needed.js';

const half = { control: 0.5, variant: 0.5 };
const proportion: PlanTerms = {
  metric: { kind: 'proportion', better: 'higher' },
  baseline: { mean: 0.4, deviation: Math.sqrt(0.24) },
  confidence: 0.95,
  power: 0.8,
  looksCost: 1,
};
const mean: PlanTerms = {
  ...proportion,
  metric: { kind: 'mean', better: 'lower' },
  baseline: { mean: 10, deviation: 2 },
};

describe('how many sessions it takes', () => {
  it('is twice what a group takes', () => {
    // R: power.prop.test(p1 = 0.4, p2 = 0.5, power = 0.8) says 388 a group.
    expect(unitsNeeded(0.1, proportion, half)).toBe(776);
    // R: power.t.test(delta = 1, sd = 2, power = 0.8) says 64 a group.
    expect(unitsNeeded(1, mean, half)).toBe(128);
  });

  it('is more the less evenly they are shared out, the more often it is looked, and the smaller the difference', () => {
    expect(unitsNeeded(1, mean, { control: 0.9, variant: 0.1 })).toBe(356);
    expect(unitsNeeded(1, { ...mean, looksCost: 1.1 }, half)).toBe(141);
    expect(unitsNeeded(0.5, mean, half)).toBeGreaterThan(4 * 120);
  });

  it('is asked downwards where there is no room upwards, and is none where there is no room at all', () => {
    const high = { ...proportion, baseline: { mean: 0.95, deviation: 0.22 } };
    expect(unitsNeeded(0.1, high, half)).toBeGreaterThan(100);
    expect(unitsNeeded(0.97, high, half)).toBeNull();
  });
});

describe('how many rows it takes', () => {
  const rows = (difference: number, terms: PlanTerms, correlation = 0.5, repeats = 1) =>
    rowsNeeded(difference, terms, { correlation, repeats }) ?? 0;

  it('is fewer the more the answers to a row have in common', () => {
    expect(rows(0.1, proportion, 0.8)).toBeLessThan(rows(0.1, proportion, 0.2) / 2);
    expect(rows(1, mean, 0.5)).toBe(34);
  });

  it('is fewer when each is asked again, but never half as many', () => {
    const [once, thrice, often] = [1, 3, 1000].map((repeats) => rows(1, mean, 0.5, repeats));
    expect(thrice).toBeLessThan(once ?? 0);
    expect(often).toBeLessThan(thrice ?? 0);
    expect(often).toBeGreaterThan((once ?? 0) / 2);
  });
});

describe('what is known of a metric', () => {
  const figures = (values: readonly number[], divisors: readonly number[] = []) =>
    values.map((value, at) => ({ value, divisor: divisors[at] ?? null }));
  const twenty = Array.from({ length: 20 }, (_, at) => at);

  it('is nothing when there is too little of it, or it never varied', () => {
    expect(baselineOf('mean', figures([1, 2, 3]))).toBeNull();
    expect(baselineOf('mean', figures(twenty.map(() => 4)))).toBeNull();
    expect(baselineOf('proportion', figures(twenty.map(() => 1)))).toBeNull();
    expect(
      baselineOf(
        'ratio',
        figures(
          twenty,
          twenty.map(() => 0),
        ),
      ),
    ).toBeNull();
  });

  it('is the level, and how much one figure is off it', () => {
    expect(baselineOf('proportion', figures(twenty.map((at) => at % 2)))).toEqual({
      mean: 0.5,
      deviation: 0.5,
    });
    expect(baselineOf('mean', figures(twenty))?.mean).toBe(9.5);
    expect(baselineOf('mean', figures(twenty))?.deviation).toBeCloseTo(5.916, 3);
  });

  it('is the quotient of the sums, and varies by what each adds to it', () => {
    const whole = baselineOf(
      'ratio',
      figures(
        twenty,
        twenty.map(() => 1),
      ),
    );
    expect(whole).toEqual(baselineOf('mean', figures(twenty)));
    expect(
      baselineOf(
        'ratio',
        figures(
          twenty,
          twenty.map((at) => at % 2),
        ),
      )?.mean,
    ).toBe(19);
  });
});
