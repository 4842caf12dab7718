import type { PairedSample } from '../moments/running-comoments.js';
import type { Sample } from '../sample.js';
import { ratioVariance } from './ratio-variance.js';

/**
 * A quotient of two sums over the same units as a sample of those units, ready for any comparison of means: dollars
 * per call, or what is true of observations when some of a group belong to the same unit. The errors are those of
 * the units, so that repeats of one count for no more than they tell.
 *
 * @param totals per unit: x what is divided, y what it is divided by
 * @example
 * // Two units, with 3 in 2 observations and 5 in 2 observations:
 * ratioSample({ count: 2, meanX: 4, meanY: 2, varianceX: 2, varianceY: 0, covariance: 0 })
 * // { count: 2, mean: 2, variance: 0.5 }
 */
export function ratioSample(totals: PairedSample): Sample {
  const variance = ratioVariance({
    numerator: totals.meanX,
    denominator: totals.meanY,
    varianceOfNumerator: totals.varianceX,
    varianceOfDenominator: totals.varianceY,
    covariance: totals.covariance,
  });
  return { count: totals.count, mean: totals.meanX / totals.meanY, variance: Math.max(variance, 0) };
}
