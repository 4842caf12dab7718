import { describe, expect, it } from 'vitest';
import { OptimizationInputError } from './errors.js';
import type { SearchSettings } from './optimization.js';
import type { OptimizationRow } from './optimization-row.js';
import { planOptimization } from './plan-optimization.js';
import { distinctRows, splitRows } from './split-rows.js';

const settings: SearchSettings = {
  budget: { calls: 2000, cost: null },
  seed: 'plan',
  goal: 'score',
  matters: 0,
  hasBaseline: true,
  growth: 3,
  concurrency: 4,
};

function rowsOf(count: number): readonly OptimizationRow[] {
  return Array.from({ length: count }, (_, at) => ({
    row: at + 1,
    input: { text: `row ${at}` },
    expected: null,
  }));
}

function planFor(rows: number, changed: Partial<SearchSettings> = {}) {
  return planOptimization(rowsOf(rows), { ...settings, ...changed });
}

describe('the plan of an optimisation', () => {
  it('gives the hold-out the most rows, and uses all of a small data set', () => {
    expect(planFor(100).sets).toEqual({ feedback: 30, selection: 30, holdOut: 40, unused: 0 });
    expect(planFor(20).sets).toEqual({ feedback: 4, selection: 6, holdOut: 10, unused: 0 });
  });

  it('leaves rows of a large one unused', () => {
    const { sets } = planFor(5000, { budget: { calls: null, cost: 1e9 } });
    expect(sets).toEqual({ feedback: 200, selection: 50, holdOut: 200, unused: 4550 });
  });

  it('never plans for more calls than there are', () => {
    for (const calls of [110, 200, 500, 3000]) {
      for (const hasBaseline of [true, false]) {
        const { callsEach, callsHeldBack, arms, sets } = planFor(300, {
          budget: { calls, cost: null },
          hasBaseline,
        });
        expect((callsEach ?? 0) * arms.length + callsHeldBack).toBeLessThanOrEqual(calls);
        expect(sets.holdOut).toBeGreaterThanOrEqual(10);
        expect(sets.selection).toBeGreaterThanOrEqual(6);
      }
    }
  });

  it('says how many rows and calls it takes', () => {
    expect(() => planFor(19)).toThrow('19 rows of different input are too few: it takes at least 20.');
    expect(() => planFor(50, { budget: { calls: 109, cost: null } })).toThrow('at least 110');
    expect(() => planFor(50, { budget: { calls: null, cost: null } })).toThrow(OptimizationInputError);
  });

  it('counts rows with the same input once', () => {
    const twice = [...rowsOf(19), { row: 20, input: { text: 'row 3' }, expected: 'other' }];
    expect(() => planOptimization(twice, settings)).toThrow('19 rows of different input');
  });
});

describe('the sets of rows', () => {
  const rows = rowsOf(120);
  const { sets } = planOptimization(rows, settings);

  it('have no row in common, and are the same for the same seed', () => {
    const split = splitRows(rows, sets, 'a');
    const numbers = Object.values(split).flatMap((set: readonly OptimizationRow[]) =>
      set.map(({ row }) => row),
    );
    expect(new Set(numbers).size).toBe(120);
    expect(splitRows(rows, sets, 'a')).toEqual(split);
    expect(splitRows(rows, sets, 'b')).not.toEqual(split);
  });

  it('take an input for the same, however its values are ordered', () => {
    const [one, other] = [
      { row: 1, input: { a: 1, b: 2 }, expected: null },
      { row: 2, input: { b: 2, a: 1 }, expected: null },
    ];
    expect(distinctRows([one, other])).toEqual([one]);
  });
});
