import { comparePairedProportions } from '../../../src/statistics/compare/compare-paired-proportions.js';
import { compareProportions } from '../../../src/statistics/compare/compare-proportions.js';
import type { Effect } from '../../../src/statistics/effect.js';
import { bootstrapEffect } from '../../../src/statistics/means/bootstrap.js';
import { pairedEstimate } from '../../../src/statistics/means/paired.js';
import { studentEffect } from '../../../src/statistics/means/student-effect.js';
import { welchEstimate } from '../../../src/statistics/means/welch.js';
import { UnitTotals } from '../../../src/statistics/moments/unit-totals.js';
import type { RandomSource } from '../../../src/statistics/random/random-source.js';
import { ratioSample } from '../../../src/statistics/ratios/ratio-sample.js';
import { relativeEstimate } from '../../../src/statistics/ratios/relative.js';
import { cachedByTable } from './cached-by-table.js';
import { columnOf, exponential, normalPairs, sampleOf, successesIn } from './draws.js';
import { drawPairTable } from './pair-tables.js';
import type { Simulation } from './simulation.js';

const confidence = { confidence: 0.95 };
/** What is found where there is nothing to be found, with a fixed sample. */
const fixed = { least: 4.5, most: 5.5 };
const exact = { least: 0, most: 5.5 };

/** Experiments with the same thing in both groups. */
export function falseFindings(): readonly Simulation[] {
  const smallProportions = cachedByTable((c, t) =>
    compareProportions(
      { control: { successes: c, count: 12 }, treatment: { successes: t, count: 14 } },
      confidence,
    ),
  );
  return [
    {
      what: 'A/A: means of 40 and 60, Welch',
      ...fixed,
      happens: (random) => isFound(welch(40, 60, () => random.normal())),
    },
    {
      what: 'A/A: means of 200, long tail, Welch',
      ...fixed,
      happens: (random) => isFound(welch(200, 200, () => exponential(random))),
    },
    {
      what: 'A/A: means of 30 pairs',
      ...fixed,
      happens: (random) => {
        const pairs = normalPairs(30, { correlation: 0.6, shift: 0 }, random);
        return isFound(studentEffect(pairedEstimate(pairs), confidence));
      },
    },
    {
      what: 'A/A: relative effect of 500, delta',
      ...fixed,
      happens: (random) => {
        const draw = () => 5 + random.normal();
        const groups = { control: sampleOf(500, draw), treatment: sampleOf(500, draw) };
        return isFound(studentEffect(relativeEstimate(groups), confidence));
      },
    },
    {
      what: 'A/A: repeats of 80 units, clustered',
      ...fixed,
      happens: (random) => {
        const groups = { control: repeated(80, random), treatment: repeated(80, random) };
        return isFound(studentEffect(welchEstimate(groups), confidence));
      },
    },
    {
      what: 'A/A: means of 50, bootstrap',
      ...fixed,
      happens: (random) =>
        isFound(
          bootstrapEffect(
            [[columnOf(50, () => random.normal())], [columnOf(50, () => random.normal())]],
            (means) => (means[1]?.[0] ?? 0) - (means[0]?.[0] ?? 0),
            { ...confidence, resamples: 1000, seed: String(random.word()) },
          ),
        ),
    },
    {
      what: 'A/A: proportions of 600',
      ...fixed,
      happens: (random) =>
        isFound(
          compareProportions(
            {
              control: { successes: successesIn(600, 0.3, random), count: 600 },
              treatment: { successes: successesIn(600, 0.3, random), count: 600 },
            },
            confidence,
          ),
        ),
    },
    {
      what: 'A/A: proportions of 12 and 14, exact',
      ...exact,
      happens: (random) =>
        isFound(smallProportions(successesIn(12, 0.4, random), successesIn(14, 0.4, random))),
    },
    {
      what: 'A/A: proportions of 400 pairs',
      ...fixed,
      happens: (random) =>
        isFound(comparePairedProportions(drawPairTable(400, 0.4, 0.4, random), confidence)),
    },
    {
      what: 'A/A: proportions of 30 pairs, conservative',
      ...exact,
      happens: (random) => isFound(comparePairedProportions(drawPairTable(30, 0.4, 0.4, random), confidence)),
    },
    {
      what: 'A/A: proportions of 30 pairs, exact test',
      ...exact,
      happens: (random) =>
        comparePairedProportions(drawPairTable(30, 0.4, 0.4, random), confidence).pValue <= 0.05,
    },
  ];
}

/** By the interval, which is what verdicts go by. */
function isFound({ interval }: Effect): boolean {
  return interval.from > 0 || interval.to < 0;
}

function welch(control: number, treatment: number, draw: () => number): Effect {
  const groups = { control: sampleOf(control, draw), treatment: sampleOf(treatment, draw) };
  return studentEffect(welchEstimate(groups), confidence);
}

function repeated(units: number, random: RandomSource) {
  const totals = new UnitTotals();
  for (let unit = 0; unit < units; unit++) {
    const level = random.normal();
    const repeats = 1 + random.below(8);
    for (let repeat = 0; repeat < repeats; repeat++) totals.add(String(unit), level + random.normal());
  }
  return ratioSample(totals.sample());
}
