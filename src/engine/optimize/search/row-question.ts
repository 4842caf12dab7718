import type { RowCall } from '../optimization-call.js';
import type { OptimizationRow } from '../optimization-row.js';
import { textDigest } from './text-digest.js';

/** A candidate's template and a row, with what the call is found by again. */
export type RowQuestion = Omit<RowCall, 'is'>;

/**
 * A template's questions for rows. Two candidates of the same text ask the same.
 *
 * @param repetition which time it is that they are asked, from 1
 */
export function rowQuestions(
  template: string,
  rows: readonly OptimizationRow[],
  repetition: number,
): readonly RowQuestion[] {
  const digest = textDigest(template);
  return rows.map((row) => ({ key: `row/${digest}/${row.row}/${repetition}`, template, row }));
}
