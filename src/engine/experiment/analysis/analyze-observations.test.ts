import { describe, expect, it } from 'vitest';
import { aMetric, aVariant, columnsOf } from '../../../../test/fixtures/experiments.js';
import { compareMeans } from '../../../statistics/compare/compare-means.js';
import { UnitTotals } from '../../../statistics/moments/unit-totals.js';
import type { Observation, ObservedColumns } from '../observation.js';
import { analyzeObservations, type Judgement } from './analyze-observations.js';
import { familyLevels } from './family-levels.js';
import { lookReached } from './look-reached.js';

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
      {
        ...{ variant: 2, effect: null, relative: null, posterior: null },
        ...{ confidence: 0.95, verdict: { is: 'not-enough-data', times: null } },
      },
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
    expect(familyLevels('holm', pValues, 0.05)).toEqual(levels);
  });
});

describe('the levels of Benjamini and Hochberg', () => {
  it('are those of the part that is found', () => {
    expect(familyLevels('bh', [0.01, 0.02, 0.9, 0.8], 0.05)).toEqual(Array(4).fill(0.025));
    expect(familyLevels('bh', [0.5, 0.9], 0.05)).toEqual([0.025, 0.025]);
    expect(familyLevels('none', [0.5, 0.9], 0.05)).toEqual([0.05, 0.05]);
  });
});

describe('looks', () => {
  const rows = columnsOf(measured(200, (row, variant) => ((row * 7) % 11) + (variant - 1) * 0.4 * (row % 4)));
  const judged = (look: Judgement['look']) =>
    analyzeObservations({ variants: two, metrics: [cost], seed: 's' }, [rows], {
      ...{ look, family: 'holm', extras: [] },
    })[0]?.comparisons[0];
  const width = (compared: ReturnType<typeof judged>) =>
    (compared?.effect?.interval.to ?? 0) - (compared?.effect?.interval.from ?? 0);

  it('that may be taken any time have wider intervals than one that is planned', () => {
    const [once, sequential] = [judged({ kind: 'once' }), judged({ kind: 'sequential' })];
    expect(sequential?.effect?.method).toBe('always-valid');
    expect(width(sequential)).toBeGreaterThan(width(once));
  });

  it('that are planned take more evidence the earlier they are, and a little more at the end', () => {
    const plan = { kind: 'planned', times: 4, rows: 200 } as const;
    const [first, last] = [judged({ ...plan, look: 1 }), judged({ ...plan, look: 4 })];
    expect(width(first)).toBeGreaterThan(2 * width(last));
    expect(width(last)).toBeGreaterThan(width(judged({ kind: 'once' })));
    expect(first?.confidence).toBe(0.95);
  });

  it.each([
    [24, 0, 0],
    [25, 1, 25],
    [74, 2, 50],
    [100, 4, 100],
  ])('after %d of 100 rows, of four, are at number %d, about %d rows', (done, look, about) => {
    const reached = lookReached({ kind: 'planned', times: 4 }, done, 100);
    expect(reached).toEqual({ kind: 'planned', times: 4, look, rows: about });
  });
});

describe('what is shown besides', () => {
  const extras = ['relative', 'posterior'] as const;
  const shown = (observed: ObservedColumns, metric = cost) =>
    analyzeObservations({ variants: two, metrics: [metric], seed: 's' }, [observed], {
      ...{ look: { kind: 'once' }, family: 'holm', extras },
    })[0]?.comparisons[0];

  it('is the effect as a part of the control, and how likely the variant is the better one', () => {
    const found = shown(
      columnsOf(measured(60, (row, variant) => 10 + (row % 7) + (variant - 1) * (row % 3))),
    );
    expect(found?.relative?.estimate).toBeCloseTo((found?.effect?.estimate ?? 0) / 12.9, 10);
    expect(found?.posterior?.chanceToWin).toBeLessThan(0.001);
    expect(found?.posterior?.expectedLoss.treatment).toBeCloseTo(found?.effect?.estimate ?? 0, 3);
  });

  it('is exact for proportions of other rows, and nothing where nothing varied', () => {
    const apart = columnsOf(
      measured(40, (row) => (row % 3 === 0 ? 1 : 0)).map((one) => ({
        ...one,
        unit: `${one.variant}${one.unit}`,
      })),
    );
    expect(shown(apart, success)?.posterior?.chanceToWin).toBeCloseTo(0.5, 10);
    expect(shown(columnsOf(measured(40, () => 1)))?.posterior).toBeNull();
  });
});

describe('a quotient', () => {
  it('is that of the sums, whatever the rows are divided by', () => {
    const ratio = aMetric({ name: 'rating', kind: 'ratio' });
    const observed = columnsOf(measured(50, (row, variant) => (row % 5) * variant));
    const divisors = observed.units.map((unit) => 1 + (unit % 3));
    const [found] = analyzeObservations({ variants: two, metrics: [ratio], seed: 's' }, [
      { ...observed, divisors: Float64Array.from(divisors) },
    ]);
    const [control, treatment] = found?.figures.map(({ mean }) => mean ?? 0) ?? [];
    expect(treatment).toBeCloseTo(2 * (control ?? 0), 12);
    expect(found?.comparisons[0]?.effect).toMatchObject({ method: 'bootstrap', units: 50 });
  });
});
