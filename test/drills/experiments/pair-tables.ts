import type { PairTable } from '../../../src/statistics/proportions/pair-table.js';
import type { RandomSource } from '../../../src/statistics/random/random-source.js';

/** How much of the time both groups of a unit hang on the same throw. */
const IN_COMMON = 0.5;

/** What comes of pairs whose successes have something in common. */
export function drawPairTable(
  pairs: number,
  control: number,
  treatment: number,
  random: RandomSource,
): PairTable {
  const counts = [0, 0, 0, 0];
  for (let pair = 0; pair < pairs; pair++) {
    const first = random.unit();
    const second = random.unit() < IN_COMMON ? first : random.unit();
    const kind = (first < control ? 1 : 0) + (second < treatment ? 2 : 0);
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  const [neither = 0, onlyControl = 0, onlyTreatment = 0, both = 0] = counts;
  return { both, onlyTreatment, onlyControl, neither };
}
