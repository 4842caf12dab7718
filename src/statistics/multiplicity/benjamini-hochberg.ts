import { requireProbability } from '../require-figure.js';

/**
 * P-values made larger, so that of the findings with at most q, the part q is wrong on average. In the order given; for
 * p-values that are independent, or go up and down together.
 *
 * Source: Y. Benjamini and Y. Hochberg, Controlling the False Discovery Rate, JRSS B 57 (1995).
 *
 * @throws {StatisticsInputError} for a p-value that is not from 0 to 1
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(pValues: readonly number[]): readonly number[] {
  for (const pValue of pValues) requireProbability('a p-value', pValue);
  const order = [...pValues.keys()].sort((a, b) => (pValues[b] ?? 0) - (pValues[a] ?? 0));
  const adjusted = [...pValues];
  let lowest = 1;
  for (const [above, at] of order.entries()) {
    lowest = Math.min(lowest, ((pValues[at] ?? 1) * pValues.length) / (pValues.length - above));
    adjusted[at] = lowest;
  }
  return adjusted;
}
