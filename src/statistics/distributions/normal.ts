import { erfc } from '../special/erf.js';
import { inverseErfc } from '../special/inverse-erfc.js';

const ROOT_2_PI = 2.5066282746310007;

/**
 * The part of a standard normal distribution up to z.
 *
 * @example normalCdf(-1.96) // 0.0249978951
 */
export function normalCdf(z: number): number {
  return erfc(-z * Math.SQRT1_2) / 2;
}

/**
 * The part above z, with all its digits however small it is.
 *
 * @example normalUpper(10) // 7.619853024e-24
 */
export function normalUpper(z: number): number {
  return normalCdf(-z);
}

/**
 * The part that is at least as far from 0 as z: a two-sided p-value.
 *
 * @example normalTwoSided(1.959963984540054) // 0.05
 */
export function normalTwoSided(z: number): number {
  return erfc(Math.abs(z) * Math.SQRT1_2);
}

/** The density at z. */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / ROOT_2_PI;
}

/**
 * The z up to which a standard normal distribution has the part p.
 *
 * @param p from 0 to 1
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  return -Math.SQRT2 * inverseErfc(2 * p) + 0;
}
