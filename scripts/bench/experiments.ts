import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, openApp } from '../../src/app.js';
import type { ExperimentId } from '../../src/base/ids.js';
import { executionsOf } from '../../src/operations/execution/execution-records.js';
import { analyzeExperiment } from '../../src/operations/experiment/analyze-experiment.js';
import { compareMeans } from '../../src/statistics/compare/compare-means.js';
import type { Question } from '../../src/statistics/compare/question.js';
import { UnitTotals } from '../../src/statistics/moments/unit-totals.js';
import { RandomSource } from '../../src/statistics/random/random-source.js';
import { aMetric, anExperiment, anObservation } from '../../test/fixtures/experiments.js';
import { median } from './median.js';
import type { BenchRow } from './row.js';
import { forEachKind, type ScaleKind, withPlace, withStore } from './scale/scale-place.js';

const OBSERVATIONS = 1_000_000;
const SECONDS_LIMIT = 2;
const ROUNDS = 5;
const OBSERVED_AT_ONCE = 4000;

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

/** Measures the analysis of a million observations: from the first one to the interval, and with reading them. */
export async function benchExperiments(): Promise<BenchRow[]> {
  const row = (name: string, figure: number): BenchRow => ({
    name: `${OBSERVATIONS.toLocaleString('en')} observations: ${name}`,
    figure,
    unit: 's',
    limit: SECONDS_LIMIT,
  });
  return [
    ...shapes.map((shape) => row(shape.name, secondsFor(shape))),
    ...(await forEachKind(async (kind) =>
      row(`experiment analyze, read from ${kind.name}`, await secondsForAnalyze(kind)),
    )),
  ];
}

/** The whole operation, on rows that both variants were tried with. */
function secondsForAnalyze(kind: ScaleKind): Promise<number> {
  return withApp(kind, async (app, settle) => {
    const experiment = anExperiment({
      metrics: [aMetric({ name: 'score:tone', kind: 'mean' })],
      settings: { checks: [], expect: null },
    });
    await executionsOf(app).experiments.create(experiment);
    await observeAll(app, experiment.id);
    await settle();
    const seconds: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const began = performance.now();
      await analyzeExperiment(app, { experiment: experiment.name });
      seconds.push((performance.now() - began) / 1000);
    }
    return median(seconds);
  });
}

async function observeAll(app: App, id: ExperimentId): Promise<void> {
  const random = new RandomSource('observations on record');
  for (let from = 0; from < OBSERVATIONS; from += OBSERVED_AT_ONCE) {
    const observations = Array.from({ length: OBSERVED_AT_ONCE }, (_, at) => {
      const [row, variant] = [Math.floor((from + at) / 2), 1 + (at % 2)];
      return anObservation({ unit: String(row), variant, value: 10 + random.normal() });
    });
    await executionsOf(app).experiments.observe(id, observations, new Date());
  }
}

/** @param work is given what lets the store come to rest */
function withApp<Result>(
  kind: ScaleKind,
  work: (app: App, settle: () => Promise<unknown>) => Promise<Result>,
): Promise<Result> {
  return withPlace(kind, async (place) => {
    const home = mkdtempSync(join(tmpdir(), 'prompt-runner-experiments-'));
    const app = await openApp({ db: place.location, cwd: home, env: { HOME: home } });
    try {
      const settle = () => withStore(place, (store) => kind.settle.execute(store.database));
      return await work(app, settle);
    } finally {
      await app.close();
      rmSync(home, { recursive: true, force: true });
    }
  });
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
