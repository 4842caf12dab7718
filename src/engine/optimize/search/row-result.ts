import type { NanoDollars } from '../../execution/execution.js';
import type { CheckScore } from '../answer-scoring.js';
import type { OptimizationRow } from '../optimization-row.js';

/** What came of asking a candidate for a row. */
export interface RowResult {
  readonly row: OptimizationRow;
  /** As much of the answer as is ever looked at again; null when there is none. */
  readonly answer: string | null;
  readonly checks: readonly CheckScore[];
  /** The mean of the checks, from 0 to 1; 0 when there is no answer. */
  readonly score: number;
  /**
   * How well the answer stands up to what other rows expect as well, from 0 to `score`: one that is wrong for its own row
   * passes nowhere. Null when that cannot be told.
   */
  readonly rivalScore: number | null;
  /** Null is unknown. */
  readonly cost: NanoDollars | null;
}

/** The sum of the scores. */
export function scoreOf(results: readonly RowResult[]): number {
  return results.reduce((sum, { score }) => sum + score, 0);
}
