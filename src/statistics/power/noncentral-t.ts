import { normalUpper } from '../distributions/normal.js';
import { studentTQuantile } from '../distributions/student-t.js';
import { averageOver } from '../quadrature/average-over.js';
import { logGammaTerm } from '../special/gamma-tails.js';
import { inverseGamma } from '../special/inverse-gamma.js';

/** Beyond the places where this much is left, nothing is integrated. */
const LEFT_OUT = 1e-17;

/**
 * The chance that a two-sided t test finds an effect: of a noncentral t distribution beyond the quantiles of the
 * central one, on either side.
 *
 * Source: N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate Distributions 2 (1995), chapter 31; as
 * an average of normal tails over the estimated standard deviation.
 *
 * @param noncentrality the effect in its true standard errors
 * @param df degrees of freedom, above 0
 * @param alpha the two-sided level
 * @example powerOfT(2.5, 20, 0.05) // 0.6623
 */
export function powerOfT(noncentrality: number, df: number, alpha: number): number {
  const limit = studentTQuantile(1 - alpha / 2, df);
  const shape = df / 2;
  return averageOver(
    {
      from: Math.log(inverseGamma(shape, { lower: LEFT_OUT, upper: 1 })),
      to: Math.log(inverseGamma(shape, { lower: 1, upper: LEFT_OUT })),
      densityAt: (logHalfSquare) => Math.exp(logGammaTerm(shape, Math.exp(logHalfSquare))),
    },
    (logHalfSquare) => {
      const deviation = Math.sqrt(Math.exp(logHalfSquare) / shape);
      return normalUpper(limit * deviation - noncentrality) + normalUpper(limit * deviation + noncentrality);
    },
  );
}
