import { sha256 } from '../../base/checksum.js';
import { RandomSource } from '../../statistics/random/random-source.js';
import type { SplitSizes } from './optimization-outcome.js';
import type { OptimizationRow } from './optimization-row.js';
import { shuffled } from './search/shuffled.js';

/** The rows by what they are for. No row is in two of them. */
export interface SplitRows {
  readonly feedback: readonly OptimizationRow[];
  readonly selection: readonly OptimizationRow[];
  readonly holdOut: readonly OptimizationRow[];
}

/**
 * Shares out rows by lot.
 *
 * @param rows each of another input
 * @param seed the same one shares them out the same way
 */
export function splitRows(
  rows: readonly OptimizationRow[],
  { holdOut, selection, feedback }: SplitSizes,
  seed: string,
): SplitRows {
  const mixed = shuffled(rows, new RandomSource(`${seed}: rows`));
  return {
    holdOut: mixed.slice(0, holdOut),
    selection: mixed.slice(holdOut, holdOut + selection),
    feedback: mixed.slice(holdOut + selection, holdOut + selection + feedback),
  };
}

/** The rows without those whose input an earlier one has: in the hold-out, it would have been seen before. */
export function distinctRows(rows: readonly OptimizationRow[]): readonly OptimizationRow[] {
  const seen = new Set<string>();
  return rows.filter(({ input }) => {
    const digest = sha256(JSON.stringify(Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1))));
    return !seen.has(digest) && seen.add(digest);
  });
}
