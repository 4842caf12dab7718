import { LOG_2_PI } from './constants.js';
import { deviance } from './deviance.js';
import { stirlingError } from './stirling-error.js';
import { atLowerEnd, atUpperEnd, fromLogLower, reversed, type Tails } from './tails.js';

const TINY = 1e-300;
const PRECISION = 1e-16;

/**
 * The regularised incomplete gamma functions P(a, x) and Q(a, x), each with a relative error of about 1e-14 for a
 * from 0.01 to 10,000; beyond, they take more steps, as the root of a.
 *
 * A power series below x = a + 1, a continued fraction above (Abramowitz and Stegun 6.5.29 and 6.5.31, the latter
 * by Lentz's method); what both are multiplied with by Loader's deviance, so that no logarithm of a large number
 * is taken from another one.
 *
 * @param a the shape, above 0
 * @param x from 0 on
 * @returns NaN for other figures
 * @example gammaTails(0.5, 1.92).upper // 0.0500435212
 */
export function gammaTails(a: number, x: number): Tails {
  if (!(a > 0 && x >= 0)) return fromLogLower(Number.NaN);
  if (x === 0) return atLowerEnd;
  if (x === Number.POSITIVE_INFINITY) return atUpperEnd;
  const logTerm = logGammaTerm(a, x);
  return x < a + 1
    ? fromLogLower(logTerm + Math.log(seriesOf(a, x)))
    : reversed(fromLogLower(logTerm + Math.log(a) - Math.log(fractionOf(a, x))));
}

/**
 * log(x^a e^−x / Γ(a + 1)), what both forms begin with; a times it is the slope of P in log x.
 *
 * @example logGammaTerm(3, 3) // -1.4959226032
 */
export function logGammaTerm(a: number, x: number): number {
  return -stirlingError(a) - deviance(a, x) - 0.5 * (LOG_2_PI + Math.log(a));
}

/** 1 + x/(a+1) + x²/((a+1)(a+2)) + … */
function seriesOf(a: number, x: number): number {
  let [term, sum] = [1, 1];
  for (let n = 1; term > sum * PRECISION; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** The denominator x + 1 − a − 1(1−a)/(x + 3 − a − …) of Q. */
function fractionOf(a: number, x: number): number {
  let b = x + 1 - a;
  let value = Math.abs(b) < TINY ? TINY : b;
  let [c, d] = [value, 0];
  for (let n = 1; ; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / away(b + numerator * d);
    c = away(b + numerator / c);
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) <= 2 * PRECISION) return value;
  }
}

function away(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
