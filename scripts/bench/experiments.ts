import { compareMeans } from '../../src/statistics/compare/compare-means.js';
import type { Question } from '../../src/statistics/compare/question.js';
import { UnitTotals } from '../../src/statistics/moments/unit-totals.js';
import { RandomSource } from '../../src/statistics/random/random-source.js';
import { median } from './median.js';
import type { BenchRow } from './row.js';

const OBSERVATIONS = 1_000_000;
const SECONDS_LIMIT = 2;
const ROUNDS = 5;

interface Observations {
  readonly units: readonly string[];
  readonly values: Float64Array;
}

/** What a million observations look like. */
interface Shape {
  readonly name: string;
  readonly effect: Question['effect'];
  /** The unit of each observation of the control, and of the treatment. */
  readonly unitsOf: (at: number) => readonly [control: string, treatment: string];
}

const shapes: readonly Shape[] = [
  { name: 'other units in each group', effect: 'difference', unitsOf: (at) => [`c${at}`, `t${at}`] },
  { name: 'the same units in both groups', effect: 'difference', unitsOf: (at) => [`u${at}`, `u${at}`] },
  {
    name: 'ten of each unit',
    effect: 'difference',
    unitsOf: (at) => [`c${at % 50_000}`, `t${at % 50_000}`],
  },
  { name: 'relative to the control', effect: 'relative', unitsOf: (at) => [`c${at}`, `t${at}`] },
  {
    name: 'relative to the control, 100 of each unit, by the bootstrap',
    effect: 'relative',
    unitsOf: (at) => [`c${at % 5000}`, `t${at % 5000}`],
  },
];

/** Measures the analysis of a million observations, from the first one to the interval. */
export function benchExperiments(): BenchRow[] {
  return shapes.map((shape) => ({
    name: `${OBSERVATIONS.toLocaleString('en')} observations: ${shape.name}`,
    figure: secondsFor(shape),
    unit: 's',
    limit: SECONDS_LIMIT,
  }));
}

/** From the first observation on; the names are new in each round, as they are when they come from a store. */
function secondsFor({ effect, unitsOf }: Shape): number {
  const random = new RandomSource('a million observations');
  const group = (which: 0 | 1): Observations => ({
    units: Array.from({ length: OBSERVATIONS / 2 }, (_, at) => unitsOf(at)[which]),
    values: Float64Array.from({ length: OBSERVATIONS / 2 }, () => 10 + random.normal()),
  });
  return median(
    Array.from({ length: ROUNDS }, () => {
      const [control, treatment] = [group(0), group(1)];
      const began = performance.now();
      const groups = { control: totalsOf(control), treatment: totalsOf(treatment) };
      compareMeans(groups, { effect, looks: 'once', confidence: 0.95, seed: 'bench' });
      return (performance.now() - began) / 1000;
    }),
  );
}

function totalsOf({ units, values }: Observations): UnitTotals {
  const totals = new UnitTotals();
  for (const [at, unit] of units.entries()) totals.add(unit, values[at] ?? Number.NaN);
  return totals;
}
