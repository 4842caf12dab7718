import type { Estimate } from '../estimate.js';
import { welchFreedom } from '../means/welch.js';
import type { PairedSample } from '../moments/running-comoments.js';
import { type Groups, type Sample, varianceOfMean } from '../sample.js';
import { ratioVariance } from './ratio-variance.js';

/**
 * How much more the treatment has than the control, as a part of what the control has: 0.1 is ten per cent more. By
 * the delta method, with the degrees of freedom of the difference, as GrowthBook has it.
 *
 * @example
 * relativeEstimate({
 *   control: { count: 900, mean: 10, variance: 9 },
 *   treatment: { count: 900, mean: 11, variance: 9 },
 * })
 * // { estimate: 0.1, standardError: 0.0149, df: 1798 }
 */
export function relativeEstimate(groups: Groups<Sample>): Estimate {
  const { control, treatment } = groups;
  const variance = ratioVariance({
    numerator: treatment.mean,
    denominator: control.mean,
    varianceOfNumerator: varianceOfMean(treatment),
    varianceOfDenominator: varianceOfMean(control),
    covariance: 0,
  });
  return {
    estimate: (treatment.mean - control.mean) / control.mean,
    standardError: Math.sqrt(variance),
    df: welchFreedom(groups),
  };
}

/**
 * The same for the same units in both groups.
 *
 * @param pairs x in the control, y in the treatment
 * @example
 * pairedRelativeEstimate({ count: 100, meanX: 10, meanY: 11, varianceX: 4, varianceY: 4, covariance: 3 })
 * // { estimate: 0.1, standardError: 0.0150, df: 99 }
 */
export function pairedRelativeEstimate(pairs: PairedSample): Estimate {
  const variance = ratioVariance({
    numerator: pairs.meanY,
    denominator: pairs.meanX,
    varianceOfNumerator: pairs.varianceY,
    varianceOfDenominator: pairs.varianceX,
    covariance: pairs.covariance,
  });
  return {
    estimate: (pairs.meanY - pairs.meanX) / pairs.meanX,
    standardError: Math.sqrt(Math.max(variance, 0) / pairs.count),
    df: pairs.count - 1,
  };
}
