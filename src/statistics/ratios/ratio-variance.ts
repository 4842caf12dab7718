/** Two figures and how they vary together, as means or per unit. */
export interface Quotient {
  readonly numerator: number;
  readonly denominator: number;
  readonly varianceOfNumerator: number;
  readonly varianceOfDenominator: number;
  readonly covariance: number;
}

/**
 * The variance of a quotient by the delta method, whose linear approximation is good where the denominator is many
 * times as far from 0 as it is uncertain.
 *
 * Source: A. Deng, U. Knoblich and J. Lu, Applying the Delta Method in Metric Analytics, KDD 2018, section 2.
 *
 * @example
 * ratioVariance({ numerator: 2, denominator: 4, varianceOfNumerator: 1, varianceOfDenominator: 1, covariance: 0 })
 * // 0.078125
 */
export function ratioVariance(quotient: Quotient): number {
  const { numerator, denominator, varianceOfNumerator, varianceOfDenominator, covariance } = quotient;
  const ratio = numerator / denominator;
  return (
    (varianceOfNumerator - 2 * ratio * covariance + ratio * ratio * varianceOfDenominator) /
    (denominator * denominator)
  );
}
