import { describe, expect, it } from 'vitest';
import { aMetric, aVariant, columnsOf } from '../../../../test/fixtures/experiments.js';
import { compareMeans } from '../../../statistics/compare/compare-means.js';
import { UnitTotals } from '../../../statistics/moments/unit-totals.js';
import type { Observation } from '../observation.js';
import { analyzeObservations } from './analyze-observations.js';
import { holmLevels } from './holm-levels.js';

const two = [aVariant(), aVariant({ name: 'b', isControl: false })];
const success = aMetric({ matters: 0.05 });
const cost = aMetric({ name: 'cost', kind: 'mean', better: 'lower', isPrimary: false });

type MeasuredValue = Pick<Observation, 'unit' | 'variant' | 'value'>;

/** A value for each row of each variant. */
function measured(
  rows: number,
  value: (row: number, variant: number) => number,
  variants = 2,
): MeasuredValue[] {
  return Array.from({ length: rows * variants }, (_, at) => {
    const [row, variant] = [Math.floor(at / variants), (at % variants) + 1];
    return { unit: String(row), variant, value: value(row, variant) };
  });
}

const analyzed = (observed: readonly MeasuredValue[], metric = success) =>
  analyzeObservations({ variants: two, metrics: [metric], seed: 's' }, [columnsOf(observed)])[0];

describe('what observations say', () => {
  it('is better when rows that both were tried with say so', () => {
    const found = analyzed(measured(200, (row, variant) => (variant === 2 || row % 2 === 0 ? 1 : 0)));
    expect(found?.figures).toEqual([
      { variant: 1, units: 200, mean: 0.5 },
      { variant: 2, units: 200, mean: 1 },
    ]);
    expect(found?.comparisons).toMatchObject([
      {
        variant: 2,
        confidence: 0.95,
        verdict: { is: 'better', matters: 'surely' },
        effect: { estimate: 0.5 },
      },
    ]);
  });

  it('goes by the direction of the metric', () => {
    const dearer = measured(50, (row, variant) => row + variant + (row % 3) * 0.1 * variant);
    expect(analyzed(dearer, cost)?.comparisons[0]?.verdict.is).toBe('worse');
  });

  it('is that nothing matters, when the interval is within what does not', () => {
    const alike = measured(2000, (row, variant) => (row % 100 === 0 && variant === 2 ? 0 : 1));
    expect(analyzed(alike)?.comparisons[0]?.verdict).toEqual({ is: 'no-difference-that-matters' });
  });

  it('is nothing with too few rows, and how many would do', () => {
    const few = analyzed(measured(12, (row, variant) => (row < 3 * variant ? 1 : 0)));
    expect(few?.comparisons[0]?.verdict).toMatchObject({ is: 'not-enough-data', times: expect.any(Number) });
    const one = analyzed(measured(1, () => 1));
    expect(one?.comparisons).toEqual([
      { variant: 2, effect: null, confidence: 0.95, verdict: { is: 'not-enough-data', times: null } },
    ]);
    expect(analyzed([])?.figures.map(({ mean }) => mean)).toEqual([null, null]);
  });

  it('claims nothing of variants that always did the same', () => {
    expect(
      analyzed(
        measured(500, () => 3),
        cost,
      )?.comparisons[0],
    ).toMatchObject({
      effect: { estimate: 0, interval: { from: Number.NEGATIVE_INFINITY } },
      verdict: { is: 'not-enough-data' },
    });
  });

  it('is wider, the more is compared', () => {
    const variants = [...two, aVariant({ name: 'c', isControl: false })];
    const rows = columnsOf(measured(100, (row, variant) => (row * variant) % 7, 3));
    const found = analyzeObservations(
      { variants, metrics: [cost, { ...cost, name: 'latency' }], seed: 's' },
      [rows, rows],
    );
    const confidences = found.flatMap(({ comparisons }) => comparisons.map(({ confidence }) => confidence));
    expect(confidences).toHaveLength(4);
    expect(Math.min(...confidences)).toBeGreaterThanOrEqual(1 - 0.05);
    expect(Math.max(...confidences)).toBeCloseTo(1 - 0.05 / 4, 12);
  });

  it('counts repeats of a row for no more than they tell', () => {
    const once = measured(40, (row, variant) => ((row * 7) % 11) + variant);
    const [single, repeated] = [analyzed(once, cost), analyzed([...once, ...once, ...once], cost)];
    expect(repeated?.comparisons[0]?.effect?.units).toBe(40);
    expect(repeated?.figures).toEqual(single?.figures);
  });
});

describe('units that are numbered', () => {
  it('are what they are by their names, to the last bit', () => {
    const observed = measured(300, (row, variant) => Math.sin(row * 7 + variant) + row / 30);
    const groups = { control: new UnitTotals(), treatment: new UnitTotals() };
    for (const { unit, variant, value } of [...observed, ...observed])
      groups[variant === 1 ? 'control' : 'treatment'].add(unit, value);
    const question = { effect: 'difference', looks: 'once', confidence: 0.95, seed: 's' } as const;
    expect(analyzed([...observed, ...observed], cost)?.comparisons[0]?.effect).toEqual(
      compareMeans(groups, question),
    );
  });
});

describe('the levels of Holm', () => {
  it.each([
    [[], []],
    [[0.2], [0.05]],
    [
      [0.001, 0.02, 0.04],
      [0.05 / 3, 0.025, 0.05],
    ],
    // The second is not small enough: what comes behind it is held to the same.
    [
      [0.04, 0.001, 0.03],
      [0.025, 0.05 / 3, 0.025],
    ],
    [
      [0.9, 0.8],
      [0.025, 0.025],
    ],
  ])('of %j are %j', (pValues, levels) => {
    expect(holmLevels(pValues, 0.05)).toEqual(levels);
  });
});
