import { concaveRoot } from './concave-root.js';
import { gammaTails, logGammaTerm } from './gamma-tails.js';
import type { TailParts } from './inverse-beta.js';
import { inverseErfc } from './inverse-erfc.js';

/**
 * The x at which the regularised incomplete gamma functions are the given tails, with a relative error of about
 * 1e-14.
 *
 * Newton's method for the logarithm of the smaller tail over log x, as in `inverseBeta`. The first guess is E. B.
 * Wilson and M. M. Hilferty's (The distribution of chi-square, PNAS 17, 1931), where that is above 0.
 *
 * @param a the shape, above 0
 * @param tails together 1; the smaller one is looked for
 * @example inverseGamma(0.5, { lower: 0.95, upper: 0.05 }) // 1.9207294103
 */
export function inverseGamma(a: number, { lower, upper }: TailParts): number {
  if (!(lower >= 0 && upper >= 0)) return Number.NaN;
  if (lower === 0) return 0;
  if (upper === 0) return Number.POSITIVE_INFINITY;
  const below = lower <= upper;
  const logTarget = Math.log(below ? lower : upper);
  const z = -Math.SQRT2 * inverseErfc(2 * Math.min(lower, upper)) * (below ? 1 : -1);
  const root = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a));
  const start = Math.log(a) + 3 * Math.log(Math.max(root, 0.05));
  const u = concaveRoot(start, (at) => {
    const x = Math.exp(at);
    const { logLower, logUpper } = gammaTails(a, x);
    const logTail = below ? logLower : logUpper;
    const slope = a * Math.exp(logGammaTerm(a, x) - logTail);
    return { value: logTail - logTarget, slope: below ? slope : -slope };
  });
  return Math.exp(u);
}
