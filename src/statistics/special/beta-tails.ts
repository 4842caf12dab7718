import { LOG_2_PI } from './constants.js';
import { deviance } from './deviance.js';
import { stirlingError } from './stirling-error.js';
import { atLowerEnd, atUpperEnd, fromLogLower, reversed, type Tails } from './tails.js';

const TINY = 1e-300;
const PRECISION = 1e-16;

/** A place between 0 and 1, with its distance to each end: neither is known well from the other near an end. */
export interface UnitPlace {
  readonly x: number;
  /** 1 − x */
  readonly y: number;
}

/**
 * The regularised incomplete beta function I_x(a, b) and 1 − I_x(a, b), each with a relative error of about 1e-14
 * for a and b from 0.01 to 1,000,000; the steps grow as the root of the larger one.
 *
 * The continued fraction of A. R. DiDonato and A. H. Morris, Significant digit computation of the incomplete beta
 * function ratios, ACM TOMS 18 (1992), (9); on the side of the mean where it converges quickly. What it is
 * multiplied with by Loader's deviances.
 *
 * @param a above 0
 * @param b above 0
 * @returns NaN for other figures
 * @example betaTails(2, 3, { x: 0.1, y: 0.9 }).lower // 0.0523
 */
export function betaTails(a: number, b: number, { x, y }: UnitPlace): Tails {
  if (!(a > 0 && b > 0 && x >= 0 && y >= 0)) return fromLogLower(Number.NaN);
  if (x === 0) return atLowerEnd;
  if (y === 0) return atUpperEnd;
  return x * (a + b) <= a
    ? fromLogLower(logBetaTerm(a, b, { x, y }) + Math.log(fractionOf(a, b, { x, y })))
    : reversed(fromLogLower(logBetaTerm(a, b, { x, y }) + Math.log(fractionOf(b, a, { x: y, y: x }))));
}

/**
 * log(x^a y^b / B(a, b)): the slope of I_x(a, b) in log(x / y).
 *
 * @example Math.exp(logBetaTerm(2, 3, { x: 0.5, y: 0.5 })) // 0.375
 */
export function logBetaTerm(a: number, b: number, { x, y }: UnitPlace): number {
  const n = a + b;
  const errors = stirlingError(n) - stirlingError(a) - stirlingError(b);
  const deviances = deviance(a, n * x) + deviance(b, n * y);
  return errors - deviances + 0.5 * (Math.log(a) + Math.log(b) - Math.log(n) - LOG_2_PI);
}

/** α₁/(β₁ + α₂/(β₂ + …)) with α₁ = 1, by Lentz's method; for x below a / (a + b). */
function fractionOf(a: number, b: number, { x, y }: UnitPlace): number {
  const lambda = a * y - b * x;
  let value = away((a * (lambda + 1)) / (a + 1));
  let [c, d] = [value, 0];
  for (let n = 1; ; n++) {
    const width = a + 2 * n - 1;
    const numerator = (((a + n - 1) * (a + b + n - 1) * n * (b - n)) / (width * width)) * x * x;
    const denominator = n + (n * (b - n) * x) / width + ((a + n) / (width + 2)) * (lambda + 1 + n * (1 + y));
    d = 1 / away(denominator + numerator * d);
    c = away(denominator + numerator / c);
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) <= 2 * PRECISION) return 1 / value;
  }
}

function away(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
