import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chanceOfOrder, expectedExcess } from './bayes/beta-order.js';
import { normalTwoSided } from './distributions/normal.js';
import type { Effect } from './effect.js';
import { pairedEstimate } from './means/paired.js';
import { studentEffect } from './means/student-effect.js';
import { welchEstimate } from './means/welch.js';
import { RunningComoments } from './moments/running-comoments.js';
import { RunningMoments } from './moments/running-moments.js';
import { benjaminiHochberg } from './multiplicity/benjamini-hochberg.js';
import { holm } from './multiplicity/holm.js';
import { powerOfMeans, powerOfPairs } from './power/means-power.js';
import { powerOfProportions } from './power/proportions-power.js';
import { clopperPearsonInterval } from './proportions/clopper-pearson.js';
import { constrainedScore } from './proportions/constrained-score.js';
import { exactDifference } from './proportions/exact-difference.js';
import { fisherPValue } from './proportions/fisher.js';
import { mcNemarMidPValue, mcNemarPValue } from './proportions/mcnemar.js';
import { scoreDifference } from './proportions/score-difference.js';
import { wilsonInterval } from './proportions/wilson.js';
import type { Sample } from './sample.js';
import { sampleRatio } from './sample-ratio.js';
import { betaTails } from './special/beta-tails.js';
import { erfc, scaledErfc } from './special/erf.js';
import { gammaTails } from './special/gamma-tails.js';
import { logGamma } from './special/log-gamma.js';

type Row = readonly number[];

/** What SciPy, mpmath and R say; made by make-reference.py beside it. */
const reference: Reference = JSON.parse(
  readFileSync(new URL('../../test/fixtures/statistics/reference.json', import.meta.url), 'utf8'),
);

interface Reference {
  readonly logGamma: readonly Row[];
  readonly erfc: readonly Row[];
  readonly scaledErfc: readonly Row[];
  readonly betaTails: readonly Row[];
  readonly gammaTails: readonly Row[];
  readonly wilson: readonly Row[];
  readonly clopperPearson: readonly Row[];
  readonly newcombe: readonly Row[];
  readonly fisher: readonly Row[];
  readonly score: readonly Row[];
  readonly barnard: readonly Row[];
  readonly mcnemar: readonly Row[];
  readonly welch: readonly GroupsRow[];
  readonly paired: readonly GroupsRow[];
  readonly sampleRatio: readonly (readonly [counts: Row, weights: Row, pValue: number])[];
  readonly betaOrder: readonly Row[];
  readonly adjusted: { readonly p: Row; readonly holm: Row; readonly benjaminiHochberg: Row };
  readonly powerOfT: readonly Row[];
  readonly powerOfProportions: readonly Row[];
}

type GroupsRow = readonly [x: Row, y: Row, confidence: number, pValue: number, from: number, to: number];

/** A function of the first figures of a row gives the last ones. */
function agrees(
  rows: readonly Row[],
  precision: number,
  of: (...given: number[]) => readonly number[],
): void {
  expect(rows.length).toBeGreaterThan(2);
  for (const row of rows) {
    const got = of(...row);
    const wanted = row.slice(-got.length);
    const wrong = wanted.filter((value, at) => !(distance(got[at], value) <= precision));
    expect(wrong, `${row.join(', ')}: ${got.join(', ')}`).toEqual([]);
  }
}

function distance(got = Number.NaN, wanted: number): number {
  return Math.abs(got - wanted) / (Math.abs(wanted) || 1);
}

const oneGroup = ([successes = 0, count = 0, confidence = 0]: number[]) =>
  [{ successes, count }, { confidence }] as const;

const twoGroups = ([c = 0, n = 0, t = 0, m = 0]: number[]) => ({
  control: { successes: c, count: n },
  treatment: { successes: t, count: m },
});

function sampleOf(values: Row): Sample {
  const moments = new RunningMoments();
  for (const value of values) moments.add(value);
  return moments.sample();
}

function welch(x: Row, y: Row, confidence: number): Effect {
  return studentEffect(welchEstimate({ control: sampleOf(x), treatment: sampleOf(y) }), { confidence });
}

function paired(x: Row, y: Row, confidence: number): Effect {
  const comoments = new RunningComoments();
  for (const [at, value] of x.entries()) comoments.add(value, y[at] ?? Number.NaN);
  return studentEffect(pairedEstimate(comoments.sample()), { confidence });
}

describe('special functions agree with mpmath', () => {
  it('log Γ, also near its zeros', () => agrees(reference.logGamma, 1e-14, (x = 0) => [logGamma(x)]));
  it('erfc', () => agrees(reference.erfc, 1e-14, (x = 0) => [erfc(x)]));
  it('scaled erfc', () => agrees(reference.scaledErfc, 1e-14, (x = 0) => [scaledErfc(x)]));

  it('incomplete beta, on both sides', () =>
    agrees(reference.betaTails, 1e-12, (a = 0, b = 0, x = 0) => {
      const { lower, upper } = betaTails(a, b, { x, y: 1 - x });
      return [lower, upper];
    }));

  it('incomplete gamma, on both sides', () =>
    agrees(reference.gammaTails, 1e-12, (a = 0, x = 0) => {
      const { lower, upper } = gammaTails(a, x);
      return [lower, upper];
    }));
});

describe('tests and intervals agree with SciPy', () => {
  it('of Wilson', () =>
    agrees(reference.wilson, 1e-10, (...row) => {
      const { from, to } = wilsonInterval(...oneGroup(row));
      return [from, to];
    }));

  it('of Clopper and Pearson', () =>
    agrees(reference.clopperPearson, 1e-10, (...row) => {
      const { from, to } = clopperPearsonInterval(...oneGroup(row));
      return [from, to];
    }));

  it('of Newcombe', () =>
    agrees(reference.newcombe, 1e-10, (...row) => {
      const { from, to } = scoreDifference(twoGroups(row), { confidence: 0.95 });
      return [from, to];
    }));

  it('of Fisher', () => agrees(reference.fisher, 1e-9, (...row) => [fisherPValue(twoGroups(row))]));

  it('of the score', () =>
    agrees(reference.score, 1e-10, (...row) => [normalTwoSided(constrainedScore(twoGroups(row), 0))]));

  it('of Barnard, whose worst proportion SciPy finds less closely', () =>
    agrees(reference.barnard, 1e-6, (...row) => [
      exactDifference(twoGroups(row), { confidence: 0.95 }).pValue,
    ]));

  it('of McNemar, exact and mid-p', () =>
    agrees(reference.mcnemar, 1e-10, (onlyTreatment = 0, onlyControl = 0) => {
      const table = { both: 1, onlyTreatment, onlyControl, neither: 0 };
      return [mcNemarPValue(table), mcNemarMidPValue(table)];
    }));

  it.each([
    ['Welch', reference.welch, welch],
    ['Student, of pairs', reference.paired, paired],
  ] as const)('of %s', (_, rows, effectOf) => {
    for (const [x, y, confidence, pValue, from, to] of rows) {
      const { interval, pValue: own } = effectOf(x, y, confidence);
      expect(distance(own, pValue)).toBeLessThan(1e-9);
      expect(distance(interval.from, from)).toBeLessThan(1e-9);
      expect(distance(interval.to, to)).toBeLessThan(1e-9);
    }
  });

  it('of sample ratios', () => {
    for (const [counts, weights, pValue] of reference.sampleRatio) {
      const allotments = counts.map((count, at) => ({ count, weight: weights[at] ?? Number.NaN }));
      expect(distance(sampleRatio(allotments).pValue, pValue)).toBeLessThan(1e-10);
    }
  });

  it('of beta posteriors, by adaptive integration', () =>
    agrees(reference.betaOrder, 1e-8, (a = 0, b = 0, c = 0, d = 0) => [
      chanceOfOrder({ a, b }, { a: c, b: d }),
      expectedExcess({ a: c, b: d }, { a, b }),
    ]));
});

describe('adjusted p-values and power agree with R', () => {
  it('of Holm', () => {
    expect(holm(reference.adjusted.p).map(shortened)).toEqual(reference.adjusted.holm.map(shortened));
  });

  it('of Benjamini and Hochberg', () => {
    const adjusted = benjaminiHochberg(reference.adjusted.p);
    expect(adjusted.map(shortened)).toEqual(reference.adjusted.benjaminiHochberg.map(shortened));
  });

  it('of t tests, for two groups and for pairs', () =>
    agrees(reference.powerOfT, 1e-8, (units = 0, difference = 0, alpha = 0) => {
      const plan = { difference, standardDeviation: 1, confidence: 1 - alpha };
      // Differences of pairs have the standard deviation of a unit when half of what varies is in common.
      return [powerOfMeans(plan, units), powerOfPairs(plan, 0.5, units)];
    }));

  it('of proportions', () =>
    agrees(reference.powerOfProportions, 1e-10, (units = 0, control = 0, treatment = 0, alpha = 0) => [
      powerOfProportions({ control, treatment, confidence: 1 - alpha }, units),
    ]));
});

function shortened(value: number): number {
  return Number(value.toPrecision(12));
}
