import type { RandomSource } from '../../../statistics/random/random-source.js';

/** The same entries in an order drawn by lot: each gets a number, and they stand by those. */
export function shuffled<Entry>(entries: readonly Entry[], random: RandomSource): readonly Entry[] {
  const numbered = entries.map((entry) => ({ entry, number: random.word() }));
  return numbered.sort((a, b) => a.number - b.number).map(({ entry }) => entry);
}
