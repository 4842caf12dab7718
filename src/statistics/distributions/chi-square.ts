import { gammaTails } from '../special/gamma-tails.js';
import { inverseGamma } from '../special/inverse-gamma.js';

/**
 * The part of a chi-square distribution up to x. Source: Abramowitz and Stegun, 26.4.19.
 *
 * @param x from 0 on
 * @param df degrees of freedom, above 0
 * @example chiSquareCdf(3.841458820694124, 1) // 0.95
 */
export function chiSquareCdf(x: number, df: number): number {
  return gammaTails(df / 2, x / 2).lower;
}

/**
 * The part above x, with all its digits: a p-value.
 *
 * @example chiSquareUpper(10.83, 1) // 0.0009986864
 */
export function chiSquareUpper(x: number, df: number): number {
  return gammaTails(df / 2, x / 2).upper;
}

/**
 * The x up to which the distribution has the part p.
 *
 * @param p from 0 to 1
 * @example chiSquareQuantile(0.95, 1) // 3.841458820694124
 */
export function chiSquareQuantile(p: number, df: number): number {
  return 2 * inverseGamma(df / 2, { lower: p, upper: 1 - p });
}
