import { normalTwoSided } from '../../../src/statistics/distributions/normal.js';
import { pairedEstimate } from '../../../src/statistics/means/paired.js';
import { studentEffect } from '../../../src/statistics/means/student-effect.js';
import { welchEstimate } from '../../../src/statistics/means/welch.js';
import { benjaminiHochberg } from '../../../src/statistics/multiplicity/benjamini-hochberg.js';
import { holm } from '../../../src/statistics/multiplicity/holm.js';
import type { RandomSource } from '../../../src/statistics/random/random-source.js';
import { normalPairs } from './draws.js';
import type { Simulation } from './simulation.js';

const METRICS = 12;
const confidence = { confidence: 0.95 };

/** Experiments with many metrics, and with rows that have much in common. */
export function families(): readonly Simulation[] {
  const pairs = { correlation: 0.7, shift: 0.3 };
  return [
    {
      what: 'any wrong finding: 12 metrics without an effect, Holm',
      least: 0,
      most: 5,
      happens: (random) => holm(metrics(0, random)).some((pValue) => pValue <= 0.05),
    },
    {
      what: 'any wrong finding: 12 metrics, 4 with an effect, Holm',
      least: 0,
      most: 5,
      happens: (random) =>
        holm(metrics(4, random))
          .slice(4)
          .some((pValue) => pValue <= 0.05),
    },
    {
      what: 'any wrong finding: 12 metrics without an effect, Benjamini and Hochberg',
      least: 0,
      most: 5,
      happens: (random) => benjaminiHochberg(metrics(0, random)).some((pValue) => pValue <= 0.05),
    },
    {
      what: 'any wrong finding: 12 metrics without an effect, as if each were the only one, for comparison',
      least: 20,
      most: 60,
      happens: (random) => metrics(0, random).some((pValue) => pValue <= 0.05),
    },
    {
      what: 'power: 60 rows that have much in common, as pairs',
      least: 80,
      most: 90,
      happens: (random) =>
        studentEffect(pairedEstimate(normalPairs(60, pairs, random)), confidence).pValue <= 0.05,
    },
    {
      what: 'power: the same rows as if they had nothing in common',
      least: 10,
      most: 45,
      happens: (random) => {
        const { count, meanX, meanY, varianceX, varianceY } = normalPairs(60, pairs, random);
        const groups = {
          control: { count, mean: meanX, variance: varianceX },
          treatment: { count, mean: meanY, variance: varianceY },
        };
        return studentEffect(welchEstimate(groups), confidence).pValue <= 0.05;
      },
    },
  ];
}

/** P-values of metrics that go up and down together in part; the first ones have an effect. */
function metrics(withEffect: number, random: RandomSource): readonly number[] {
  const shared = Math.sqrt(0.4) * random.normal();
  return Array.from({ length: METRICS }, (_, metric) => {
    const z = shared + Math.sqrt(0.6) * random.normal() + (metric < withEffect ? 3 : 0);
    return normalTwoSided(z);
  });
}
