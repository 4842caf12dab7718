import { betaTails } from '../special/beta-tails.js';
import { inverseBeta } from '../special/inverse-beta.js';

/**
 * The part of a beta distribution up to x.
 *
 * @param x from 0 to 1
 * @param a above 0
 * @param b above 0
 * @example betaCdf(0.1, 2, 3) // 0.0523
 */
export function betaCdf(x: number, a: number, b: number): number {
  return betaTails(a, b, { x, y: 1 - x }).lower;
}

/**
 * The x up to which a beta distribution has the part p.
 *
 * @param p from 0 to 1
 * @example betaQuantile(0.5, 2, 3) // 0.3857275681
 */
export function betaQuantile(p: number, a: number, b: number): number {
  return inverseBeta(a, b, { lower: p, upper: 1 - p }).x;
}

/**
 * The x above which a beta distribution has the part p.
 *
 * @example betaUpperQuantile(0.5, 2, 3) // 0.3857275681
 */
export function betaUpperQuantile(p: number, a: number, b: number): number {
  return inverseBeta(a, b, { lower: 1 - p, upper: p }).x;
}
