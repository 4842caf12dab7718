import { requireCount } from '../require-figure.js';

/** How often units that were in both groups had a success in which of them. */
export interface PairTable {
  readonly both: number;
  readonly onlyTreatment: number;
  readonly onlyControl: number;
  readonly neither: number;
}

/** How many units there are. */
export function pairsIn({ both, onlyTreatment, onlyControl, neither }: PairTable): number {
  return both + onlyTreatment + onlyControl + neither;
}

/** @throws {StatisticsInputError} unless all are counts and there is at least one unit */
export function requirePairTable(table: PairTable): void {
  for (const count of [table.both, table.onlyTreatment, table.onlyControl, table.neither])
    requireCount('the number of pairs of each kind', count);
  requireCount('the number of pairs', pairsIn(table), 1);
}
