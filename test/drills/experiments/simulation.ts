import { RandomSource } from '../../../src/statistics/random/random-source.js';

/** Something that happens in some experiments, and how often it may. */
export interface Simulation {
  readonly what: string;
  /** In percent of experiments. */
  readonly least: number;
  readonly most: number;
  /** Whether it happens in one more experiment, whose chance comes from here alone. */
  happens(random: RandomSource): boolean;
}

/**
 * How often it happens, in percent.
 *
 * @param experiments how many are made
 */
export function frequencyOf({ what, happens }: Simulation, experiments: number): number {
  const random = new RandomSource(`experiments: ${what}`);
  let count = 0;
  for (let experiment = 0; experiment < experiments; experiment++) if (happens(random)) count++;
  return (100 * count) / experiments;
}
