import { betaTails, type UnitPlace } from '../special/beta-tails.js';
import { inverseBeta } from '../special/inverse-beta.js';
import type { Tails } from '../special/tails.js';

/**
 * The part of Student's t distribution up to t. Source: Abramowitz and Stegun, 26.7.1.
 *
 * @param df degrees of freedom, above 0; need not be whole
 * @example studentTCdf(-2.5, 10) // 0.0157234221
 */
export function studentTCdf(t: number, df: number): number {
  const half = studentTTwoSided(t, df) / 2;
  return t < 0 ? half : 0.5 + awayFromCentre(t, df).lower / 2;
}

/**
 * The part that is at least as far from 0 as t: a two-sided p-value.
 *
 * @example studentTTwoSided(2.228138852, 10) // 0.05
 */
export function studentTTwoSided(t: number, df: number): number {
  return awayFromCentre(t, df).upper;
}

/**
 * The t up to which the distribution has the part p.
 *
 * @param p from 0 to 1
 * @example studentTQuantile(0.975, 10) // 2.228138852
 */
export function studentTQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1 && df > 0)) return Number.NaN;
  const tail = Math.min(p, 1 - p);
  const { x, y } = inverseBeta(0.5, df / 2, { lower: 1 - 2 * tail, upper: 2 * tail });
  const t = Math.sqrt(df) * Math.sqrt(x / y);
  return p < 0.5 ? -t : t;
}

/** How t² is distributed: below, nearer to the centre than t; above, farther away. */
function awayFromCentre(t: number, df: number): Tails {
  return betaTails(0.5, df / 2, placeOf(t, df));
}

/** t² / (df + t²), by the quotient that stays a number. */
function placeOf(t: number, df: number): UnitPlace {
  const ratio = (t / df) * t;
  return ratio > 1
    ? { x: 1 / (1 + 1 / ratio), y: 1 / ratio / (1 + 1 / ratio) }
    : { x: ratio / (1 + ratio), y: 1 / (1 + ratio) };
}
