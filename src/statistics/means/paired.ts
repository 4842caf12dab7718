import type { Estimate } from '../estimate.js';
import type { PairedSample } from '../moments/running-comoments.js';

/**
 * The difference of two means of the same units. What a unit brings to both groups falls out, so that far fewer of them
 * are needed. Source: Student, The Probable Error of a Mean, Biometrika 6 (1908).
 *
 * @param pairs x in the control, y in the treatment
 * @example
 * pairedEstimate({ count: 10, meanX: 5, meanY: 6, varianceX: 4, varianceY: 4, covariance: 3.5 })
 * // { estimate: 1, standardError: 0.316, df: 9 }
 */
export function pairedEstimate(pairs: PairedSample): Estimate {
  const variance = Math.max(pairs.varianceX + pairs.varianceY - 2 * pairs.covariance, 0);
  return {
    estimate: pairs.meanY - pairs.meanX,
    standardError: Math.sqrt(variance / pairs.count),
    df: pairs.count - 1,
  };
}
