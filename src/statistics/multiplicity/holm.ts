import { requireProbability } from '../require-figure.js';

/**
 * P-values made larger, so that with all that are at most α the chance of even one wrong finding is at most α,
 * however they depend on each other. In the order given.
 *
 * Source: S. Holm, A Simple Sequentially Rejective Multiple Test Procedure, Scandinavian Journal of Statistics 6
 * (1979).
 *
 * @throws {StatisticsInputError} for a p-value that is not from 0 to 1
 * @example holm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holm(pValues: readonly number[]): readonly number[] {
  for (const pValue of pValues) requireProbability('a p-value', pValue);
  const order = [...pValues.keys()].sort((a, b) => (pValues[a] ?? 0) - (pValues[b] ?? 0));
  const adjusted = [...pValues];
  let highest = 0;
  for (const [rank, at] of order.entries()) {
    highest = Math.max(highest, Math.min(1, (pValues[at] ?? 1) * (pValues.length - rank)));
    adjusted[at] = highest;
  }
  return adjusted;
}
