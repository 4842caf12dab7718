import { betaTails, logBetaTerm, type UnitPlace } from './beta-tails.js';
import { concaveRoot } from './concave-root.js';
import { inverseErfc } from './inverse-erfc.js';

/** A part of a distribution, from both sides, because 1 minus a small one would not be exact. */
export interface TailParts {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The place at which the regularised incomplete beta function has the given tails, with a relative error of about
 * 1e-14 on both sides of it.
 *
 * Newton's method for the logarithm of the smaller tail over u = log(x / y). The density over u is log-concave, hence
 * so are the tails (Prékopa 1973); from any start the second step is on the side from which Newton's method
 * converges, and needs no bracket.
 *
 * @param a above 0
 * @param b above 0
 * @param tails together 1; the smaller one is looked for
 * @example inverseBeta(2, 3, { lower: 0.0523, upper: 0.9477 }).x // 0.1
 */
export function inverseBeta(a: number, b: number, { lower, upper }: TailParts): UnitPlace {
  if (!(lower >= 0 && upper >= 0)) return { x: Number.NaN, y: Number.NaN };
  if (lower === 0) return { x: 0, y: 1 };
  if (upper === 0) return { x: 1, y: 0 };
  const below = lower <= upper;
  const logTarget = Math.log(below ? lower : upper);
  const z = -Math.SQRT2 * inverseErfc(2 * Math.min(lower, upper)) * (below ? 1 : -1);
  const start = Math.log(a / b) + z * Math.sqrt(1 / a + 1 / b);
  const u = concaveRoot(start, (at) => {
    const place = placeAt(at);
    const { logLower, logUpper } = betaTails(a, b, place);
    const logTail = below ? logLower : logUpper;
    const slope = Math.exp(logBetaTerm(a, b, place) - logTail);
    return { value: logTail - logTarget, slope: below ? slope : -slope };
  });
  return placeAt(u);
}

/** The place with u = log(x / y). */
function placeAt(u: number): UnitPlace {
  const small = Math.exp(-Math.abs(u));
  const [less, more] = [small / (1 + small), 1 / (1 + small)];
  return u < 0 ? { x: less, y: more } : { x: more, y: less };
}
