import { expect, it } from 'vitest';
import { logBinomialChance } from '../distributions/binomial.js';
import { constrainedScore } from './constrained-score.js';
import { exactDifference } from './exact-difference.js';

const SIZES = { control: 6, treatment: 7 };

interface Table {
  readonly c: number;
  readonly t: number;
  readonly effect: ReturnType<typeof exactDifference>;
}

const tables: readonly Table[] = Array.from({ length: SIZES.control + 1 }, (_, c) =>
  Array.from({ length: SIZES.treatment + 1 }, (__, t) => ({ c, t, effect: effectOf(c, t) })),
).flat();

function groupsOf(c: number, t: number) {
  return {
    control: { successes: c, count: SIZES.control },
    treatment: { successes: t, count: SIZES.treatment },
  };
}

function effectOf(c: number, t: number) {
  return exactDifference(groupsOf(c, t), { confidence: 0.95 });
}

/** The chance of tables of which something is true, with these proportions. */
function chanceThat(control: number, treatment: number, holds: (table: Table) => boolean): number {
  return tables
    .filter(holds)
    .map(
      ({ c, t }) =>
        logBinomialChance(c, SIZES.control, control) + logBinomialChance(t, SIZES.treatment, treatment),
    )
    .reduce((sum, logChance) => sum + Math.exp(logChance), 0);
}

it('covers the truth as often as it says, whatever the proportions', () => {
  for (let control = 0.02; control < 1; control += 0.06)
    for (let treatment = 0.02; treatment < 1; treatment += 0.06) {
      const difference = treatment - control;
      const covered = chanceThat(
        control,
        treatment,
        ({ effect }) => effect.interval.from <= difference && difference <= effect.interval.to,
      );
      expect(covered).toBeGreaterThanOrEqual(0.95 - 1e-6);
    }
});

it('finds a difference where there is none no oftener than it says', () => {
  for (let p = 0.02; p < 1; p += 0.02)
    expect(chanceThat(p, p, ({ effect }) => effect.pValue <= 0.05)).toBeLessThanOrEqual(0.05 + 1e-9);
});

it('has an interval and a p-value that agree', () => {
  const differing = tables.filter(
    ({ effect: { interval, pValue } }) => (interval.from > 0 || interval.to < 0) !== pValue <= 0.05,
  );
  expect(differing).toEqual([]);
});

it('turns round when the groups do', () => {
  const { estimate, interval, pValue } = exactDifference(
    { control: { successes: 5, count: 7 }, treatment: { successes: 1, count: 6 } },
    { confidence: 0.95 },
  );
  const other = effectOf(1, 5);
  expect(estimate).toBeCloseTo(-other.estimate, 12);
  expect(interval.from).toBeCloseTo(-other.interval.to, 8);
  expect(interval.to).toBeCloseTo(-other.interval.from, 8);
  expect(pValue).toBeCloseTo(other.pValue, 12);
});

it('measures with the likeliest proportions that have the difference', () => {
  // Against the greatest likelihood by going through all proportions.
  const groups = { control: { successes: 3, count: 12 }, treatment: { successes: 11, count: 15 } };
  const difference = 0.2;
  const likelihood = (p: number) => logBinomialChance(11, 15, p) + logBinomialChance(3, 12, p - difference);
  let best = 0.21;
  for (let p = 0.2001; p < 0.9999; p += 0.0001) if (likelihood(p) > likelihood(best)) best = p;
  const variance = (best * (1 - best)) / 15 + ((best - difference) * (1 - best + difference)) / 12;
  const wanted = (11 / 15 - 3 / 12 - difference) / Math.sqrt(variance);
  expect(constrainedScore(groups, difference)).toBeCloseTo(wanted, 4);
});
