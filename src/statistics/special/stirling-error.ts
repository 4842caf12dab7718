import { HALF_LOG_2_PI } from './constants.js';
import { logGamma } from './log-gamma.js';
import { stirlingRemainder } from './stirling-remainder.js';

const SERIES_FROM = 16;

/**
 * What Stirling's formula lacks: log Γ(z + 1) − [(z + ½) log z − z + ½ log 2π]. It is small where both sides are
 * large, so that probabilities made of it keep their digits.
 *
 * Source: C. Loader, Fast and Accurate Computation of Binomial Probabilities (2000), section 2.
 *
 * @param z above 0
 * @example stirlingError(10) // 0.0083305634
 */
export function stirlingError(z: number): number {
  if (z >= SERIES_FROM) return stirlingRemainder(z);
  return logGamma(z + 1) - (z + 0.5) * Math.log(z) + z - HALF_LOG_2_PI;
}
