import type { PairedSample } from '../../../src/statistics/moments/running-comoments.js';
import { RunningComoments } from '../../../src/statistics/moments/running-comoments.js';
import { RunningMoments } from '../../../src/statistics/moments/running-moments.js';
import type { RandomSource } from '../../../src/statistics/random/random-source.js';
import type { Sample } from '../../../src/statistics/sample.js';

/** A draw of one unit's figure. */
export type Draw = () => number;

export function sampleOf(count: number, draw: Draw): Sample {
  const moments = new RunningMoments();
  for (let unit = 0; unit < count; unit++) moments.add(draw());
  return moments.sample();
}

export function columnOf(count: number, draw: Draw): Float64Array {
  return Float64Array.from({ length: count }, draw);
}

export function successesIn(count: number, chance: number, random: RandomSource): number {
  let successes = 0;
  for (let unit = 0; unit < count; unit++) if (random.unit() < chance) successes++;
  return successes;
}

/** With mean and standard deviation 1, and a long tail. */
export function exponential(random: RandomSource): number {
  return -Math.log(random.unit());
}

/** Pairs of normal figures with standard deviation 1, of which the second ones are higher by `shift`. */
export function normalPairs(
  count: number,
  { correlation, shift }: { readonly correlation: number; readonly shift: number },
  random: RandomSource,
): PairedSample {
  const comoments = new RunningComoments();
  const own = Math.sqrt(1 - correlation);
  for (let unit = 0; unit < count; unit++) {
    const shared = Math.sqrt(correlation) * random.normal();
    comoments.add(shared + own * random.normal(), shift + shared + own * random.normal());
  }
  return comoments.sample();
}
