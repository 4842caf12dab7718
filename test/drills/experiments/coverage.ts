import { betaPosterior } from '../../../src/statistics/bayes/beta-posterior.js';
import { comparePairedProportions } from '../../../src/statistics/compare/compare-paired-proportions.js';
import { compareProportions } from '../../../src/statistics/compare/compare-proportions.js';
import type { Interval } from '../../../src/statistics/effect.js';
import { bootstrapEffect } from '../../../src/statistics/means/bootstrap.js';
import { pairedEstimate } from '../../../src/statistics/means/paired.js';
import { studentEffect } from '../../../src/statistics/means/student-effect.js';
import { welchEstimate } from '../../../src/statistics/means/welch.js';
import { RunningComoments } from '../../../src/statistics/moments/running-comoments.js';
import type { RandomSource } from '../../../src/statistics/random/random-source.js';
import { ratioSample } from '../../../src/statistics/ratios/ratio-sample.js';
import { relativeEstimate } from '../../../src/statistics/ratios/relative.js';
import { cachedByTable } from './cached-by-table.js';
import { columnOf, exponential, normalPairs, sampleOf, successesIn } from './draws.js';
import { drawPairTable } from './pair-tables.js';
import type { Simulation } from './simulation.js';

const confidence = { confidence: 0.95 };
/** How often an interval of 95 % covers the truth. */
const approximate = { least: 94, most: 96 };
const exact = { least: 94, most: 100 };

/** Experiments with a true effect, and whether the interval has it. */
export function coverages(): readonly Simulation[] {
  const smallProportions = cachedByTable((c, t) =>
    compareProportions(
      { control: { successes: c, count: 15 }, treatment: { successes: t, count: 15 } },
      confidence,
    ),
  );
  const rareProportions = cachedByTable((c, t) =>
    compareProportions(
      { control: { successes: c, count: 5000 }, treatment: { successes: t, count: 5000 } },
      confidence,
    ),
  );
  return [
    {
      what: 'coverage: means of 15 and 60 that vary differently, Welch',
      ...approximate,
      happens: (random) => {
        const control = sampleOf(15, () => 3 * random.normal());
        const treatment = sampleOf(60, () => 1 + random.normal());
        return covers(studentEffect(welchEstimate({ control, treatment }), confidence).interval, 1);
      },
    },
    {
      what: 'coverage: means of 25 pairs',
      ...approximate,
      happens: (random) => {
        const pairs = normalPairs(25, { correlation: 0.8, shift: 0.4 }, random);
        return covers(studentEffect(pairedEstimate(pairs), confidence).interval, 0.4);
      },
    },
    {
      what: 'coverage: relative effect of 2,000 with a long tail, delta',
      ...approximate,
      happens: (random) => {
        const control = sampleOf(2000, () => exponential(random));
        const treatment = sampleOf(2000, () => 1.2 * exponential(random));
        return covers(studentEffect(relativeEstimate({ control, treatment }), confidence).interval, 0.2);
      },
    },
    {
      what: 'coverage: relative effect of 80 with a long tail, bootstrap',
      ...approximate,
      happens: (random) => {
        const groups = [
          [columnOf(80, () => exponential(random))],
          [columnOf(80, () => 1.2 * exponential(random))],
        ];
        const { interval } = bootstrapEffect(
          groups,
          (means) => (means[1]?.[0] ?? 0) / (means[0]?.[0] ?? 0) - 1,
          { ...confidence, resamples: 1000, seed: String(random.word()) },
        );
        return covers(interval, 0.2);
      },
    },
    {
      what: 'coverage: quotient of sums of 300, delta',
      ...approximate,
      happens: (random) => {
        const groups = { control: quotients(300, 2, random), treatment: quotients(300, 2.2, random) };
        return covers(studentEffect(relativeEstimate(groups), confidence).interval, 0.1);
      },
    },
    {
      what: 'coverage: proportions of 300 and 500',
      ...approximate,
      happens: (random) => {
        const control = { successes: successesIn(300, 0.2, random), count: 300 };
        const treatment = { successes: successesIn(500, 0.3, random), count: 500 };
        return covers(compareProportions({ control, treatment }, confidence).interval, 0.1);
      },
    },
    {
      what: 'coverage: proportions of 15, exact',
      ...exact,
      happens: (random) =>
        covers(smallProportions(successesIn(15, 0.2, random), successesIn(15, 0.7, random)).interval, 0.5),
    },
    {
      what: 'coverage: rare proportions of 5,000, conservative',
      ...exact,
      happens: (random) =>
        covers(
          rareProportions(successesIn(5000, 0.0006, random), successesIn(5000, 0.0012, random)).interval,
          0.0006,
        ),
    },
    {
      what: 'coverage: proportions of 150 pairs',
      ...approximate,
      happens: (random) => {
        const table = drawPairTable(150, 0.3, 0.5, random);
        return covers(comparePairedProportions(table, confidence).interval, 0.2);
      },
    },
    {
      what: 'coverage: proportions of 20 pairs, conservative',
      ...exact,
      happens: (random) => {
        const table = drawPairTable(20, 0.3, 0.7, random);
        return covers(comparePairedProportions(table, confidence).interval, 0.4);
      },
    },
    {
      what: 'coverage: beta posterior, truth from the prior',
      ...approximate,
      happens: (random) => {
        const [c, t] = [random.unit(), random.unit()];
        const control = { successes: successesIn(40, c, random), count: 40 };
        const treatment = { successes: successesIn(40, t, random), count: 40 };
        const question = { prior: { a: 1, b: 1 }, effect: 'difference', ...confidence } as const;
        return covers(betaPosterior({ control, treatment }, question).interval, t - c);
      },
    },
  ];
}

function covers({ from, to }: Interval, truth: number): boolean {
  return from <= truth && truth <= to;
}

function quotients(units: number, factor: number, random: RandomSource) {
  const comoments = new RunningComoments();
  for (let unit = 0; unit < units; unit++) {
    const calls = 1 + random.below(6);
    comoments.add(calls * factor + random.normal(), calls);
  }
  return ratioSample(comoments.sample());
}
