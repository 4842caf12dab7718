import { describe, expect, it } from 'vitest';
import { UnitTotals } from '../moments/unit-totals.js';
import { RandomSource } from '../random/random-source.js';
import { compareMeans } from './compare-means.js';
import { compareOutcomes } from './compare-outcomes.js';
import { comparePairedProportions } from './compare-paired-proportions.js';
import { compareProportions } from './compare-proportions.js';
import { compareRatios } from './compare-ratios.js';
import type { Question } from './question.js';

const confidence = { confidence: 0.95 };
const question: Question = { effect: 'difference', looks: 'once', seed: 'compare', ...confidence };

interface Observed {
  readonly rows: number;
  /** Begins the name of each row. */
  readonly named: string;
  readonly shift: number;
  readonly repeats?: number;
}

/** Rows of which each has a level of its own, which is the same wherever the row is. */
function observed({ rows, named, shift, repeats = 1 }: Observed): UnitTotals {
  const totals = new UnitTotals();
  const [levels, random] = [new RandomSource('levels'), new RandomSource(`${named} ${shift}`)];
  for (let row = 0; row < rows; row++) {
    const level = 10 + 3 * levels.normal();
    for (let repeat = 0; repeat < repeats; repeat++)
      totals.add(`${named}${row}`, level + shift + random.normal());
  }
  return totals;
}

describe('means', () => {
  const control = observed({ rows: 300, named: 'row ', shift: 0 });

  it('of the same rows are compared row by row, which finds more', () => {
    const same = compareMeans(
      { control, treatment: observed({ rows: 300, named: 'row ', shift: 0.4 }) },
      question,
    );
    const others = compareMeans(
      { control, treatment: observed({ rows: 300, named: 'line ', shift: 0.4 }) },
      question,
    );
    expect(same).toMatchObject({ method: 'paired-t', units: 300 });
    expect(others).toMatchObject({ method: 'welch', units: 600 });
    expect(same.pValue).toBeLessThan(0.001);
    expect(others.interval.to - others.interval.from).toBeGreaterThan(
      2 * (same.interval.to - same.interval.from),
    );
  });

  it('are compared row by row when a few rows have no partner, and not when many have none', () => {
    const method = (rows: number) =>
      compareMeans({ control, treatment: observed({ rows, named: 'row ', shift: 0 }) }, question).method;
    expect(method(280)).toBe('paired-t');
    expect(method(200)).toBe('welch');
  });

  it('of repeated rows have the errors of rows', () => {
    const repeated = (named: string) => observed({ rows: 100, named, shift: 0, repeats: 20 });
    const { method, units, interval } = compareMeans(
      { control: repeated('a'), treatment: repeated('b') },
      question,
    );
    expect({ method, units }).toEqual({ method: 'clustered', units: 200 });
    // Taken as 2,000 observations it would be about 0.4 wide.
    expect(interval.to - interval.from).toBeGreaterThan(1.2);
  });

  it('relative to the control are drawn by lot, and by the delta method beyond 10,000 rows', () => {
    const relative = { ...question, effect: 'relative' } as const;
    const few = compareMeans(
      { control, treatment: observed({ rows: 300, named: 'row ', shift: 1 }) },
      relative,
    );
    expect(few.method).toBe('bootstrap');
    expect(few.estimate).toBeCloseTo(0.1, 1);
    const many = (named: string) => observed({ rows: 5001, named, shift: 1 });
    expect(compareMeans({ control: many('a'), treatment: many('b') }, relative).method).toBe('delta');
    const pairs = { control: many('a'), treatment: observed({ rows: 5001, named: 'a', shift: 2 }) };
    expect(compareMeans(pairs, relative).method).toBe('bootstrap');
  });

  it('may be looked at at any time, for a wider interval', () => {
    const groups = { control, treatment: observed({ rows: 300, named: 'row ', shift: 0.4 }) };
    const once = compareMeans(groups, question);
    const anyTime = compareMeans(groups, { ...question, looks: 'any-time' });
    expect(anyTime.method).toBe('always-valid');
    expect(anyTime.estimate).toBe(once.estimate);
    expect(anyTime.interval.to).toBeGreaterThan(once.interval.to);
    expect(anyTime.interval.from).toBeLessThan(once.interval.from);
    const apart = { control, treatment: observed({ rows: 300, named: 'line ', shift: 0.4 }) };
    expect(compareMeans(apart, { ...question, looks: 'any-time' }).method).toBe('always-valid');
  });

  it('of groups with a single row say nothing', () => {
    const one = (named: string) => observed({ rows: 1, named, shift: 0 });
    const { interval, pValue } = compareMeans({ control: one('a'), treatment: one('b') }, question);
    expect(interval).toEqual({ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY });
    expect(pValue).toBe(1);
  });
});

describe('quotients', () => {
  function spent(rows: number, named: string, factor: number): UnitTotals {
    const totals = new UnitTotals();
    const [shared, own] = [new RandomSource('spent'), new RandomSource(`${named} ${factor}`)];
    for (let row = 0; row < rows; row++) {
      const tasks = 1 + shared.below(6);
      const dollars = factor * tasks * (1 + 0.5 * shared.unit()) + 0.1 * own.normal();
      totals.add(`${named}${row}`, dollars, tasks);
    }
    return totals;
  }

  it.each([
    ['the same rows', 'a', 500],
    ['other rows', 'b', 500],
    ['many of the same rows', 'a', 10_001],
    ['many other rows', 'b', 10_001],
  ])('of %s are found', (_, named, rows) => {
    const groups = { control: spent(rows, 'a', 1), treatment: spent(rows, named, 1.1) };
    const { estimate, interval, method } = compareRatios(groups, { ...question, effect: 'relative' });
    expect(method).toBe(rows > 10_000 ? 'delta' : 'bootstrap');
    expect(estimate).toBeCloseTo(0.1, 1);
    expect(interval.from).toBeGreaterThan(0.05);
    expect(interval.to).toBeLessThan(0.15);
    const difference = compareRatios(groups, question);
    expect(difference.interval.from).toBeGreaterThan(0.06);
    expect(difference.interval.to).toBeLessThan(0.18);
  });

  it('are the same by lot and by the delta method, where there is much data', () => {
    const groups = { control: spent(4900, 'a', 1), treatment: spent(4900, 'b', 1.1) };
    const lot = compareRatios(groups, { ...question, effect: 'relative' });
    const always = compareRatios(groups, { ...question, effect: 'relative', looks: 'any-time' });
    expect(lot.method).toBe('bootstrap');
    expect(always.estimate).toBeCloseTo(lot.estimate, 12);
    expect(always.interval.to - always.interval.from).toBeGreaterThan(lot.interval.to - lot.interval.from);
  });
});

describe('proportions', () => {
  const groups = (c: number, n: number, t: number, m: number) => ({
    control: { successes: c, count: n },
    treatment: { successes: t, count: m },
  });

  it.each([
    ['few units', groups(40, 100, 60, 100), 'exact'],
    ['rare events', groups(3, 500, 9, 500), 'exact'],
    ['events that nearly always happen', groups(497, 500, 480, 500), 'exact'],
    ['rare events among many', groups(3, 50_000, 19, 50_000), 'conservative-score'],
    ['enough of everything', groups(40, 500, 60, 500), 'score'],
  ])('of %s', (_, given, method) => {
    const { interval, estimate, pValue, method: own } = compareProportions(given, confidence);
    expect(own).toBe(method);
    expect(interval.from).toBeLessThan(estimate);
    expect(interval.to).toBeGreaterThan(estimate);
    expect(interval.from > 0 || interval.to < 0).toBe(pValue < 0.05);
  });

  it('of the same units are compared unit by unit', () => {
    const few = { both: 10, onlyTreatment: 15, onlyControl: 5, neither: 20 };
    const many = { both: 300, onlyTreatment: 80, onlyControl: 50, neither: 50 };
    const rare = { both: 3, onlyTreatment: 15, onlyControl: 5, neither: 900 };
    expect(comparePairedProportions(few, confidence)).toMatchObject({
      method: 'paired-conservative-score',
      units: 50,
      estimate: 0.2,
    });
    expect(comparePairedProportions(rare, confidence).method).toBe('paired-conservative-score');
    const { method, interval, pValue } = comparePairedProportions(many, confidence);
    expect(method).toBe('paired-score');
    expect(interval.from).toBeGreaterThan(0);
    expect(pValue).toBeLessThan(0.05);
  });
});

describe('outcomes', () => {
  function outcomes(named: string, successes: number, units: number, repeats = 1): UnitTotals {
    const totals = new UnitTotals();
    for (let unit = 0; unit < units; unit++)
      for (let repeat = 0; repeat < repeats; repeat++)
        totals.add(`${named}${unit}`, unit < successes ? 1 : 0);
    return totals;
  }

  it('of other units are proportions', () => {
    const groups = { control: outcomes('a', 300, 1000), treatment: outcomes('b', 360, 1000) };
    const shares = {
      control: { successes: 300, count: 1000 },
      treatment: { successes: 360, count: 1000 },
    };
    expect(compareOutcomes(groups, question)).toEqual(compareProportions(shares, confidence));
  });

  it('of the same units are pairs', () => {
    const groups = { control: outcomes('a', 300, 1000), treatment: outcomes('a', 360, 1000) };
    const table = { both: 300, onlyTreatment: 60, onlyControl: 0, neither: 640 };
    expect(compareOutcomes(groups, question)).toEqual(comparePairedProportions(table, confidence));
  });

  it('of repeated units, relative ones, and those that are looked at any time are means', () => {
    const groups = { control: outcomes('a', 300, 1000), treatment: outcomes('b', 360, 1000) };
    const repeated = { control: outcomes('a', 300, 1000, 3), treatment: outcomes('b', 360, 1000, 3) };
    expect(compareOutcomes(repeated, question).method).toBe('clustered');
    expect(compareOutcomes(groups, { ...question, effect: 'relative' }).method).toBe('bootstrap');
    expect(compareOutcomes(groups, { ...question, looks: 'any-time' }).method).toBe('always-valid');
  });

  it('are 0 or 1', () => {
    const half = new UnitTotals();
    for (const unit of ['a', 'b', 'c']) half.add(unit, 0.5);
    expect(() => compareOutcomes({ control: half, treatment: half }, question)).toThrow(
      expect.objectContaining({ code: 'STATISTICS_INPUT' }),
    );
  });
});
