import { betaTails } from '../special/beta-tails.js';
import { LOG_2_PI } from '../special/constants.js';
import { deviance } from '../special/deviance.js';
import { stirlingError } from '../special/stirling-error.js';
import { atUpperEnd, type Tails } from '../special/tails.js';

/**
 * The logarithm of the chance of exactly k successes in n trials.
 *
 * Source: C. Loader, Fast and Accurate Computation of Binomial Probabilities (2000).
 *
 * @param k from 0 to n
 * @param n trials
 * @param p the chance of each, from 0 to 1
 * @example Math.exp(logBinomialChance(3, 10, 0.5)) // 0.1171875
 */
export function logBinomialChance(k: number, n: number, p: number): number {
  const q = 1 - p;
  if (p === 0) return k === 0 ? 0 : Number.NEGATIVE_INFINITY;
  if (q === 0) return k === n ? 0 : Number.NEGATIVE_INFINITY;
  if (k === 0) return n * Math.log1p(-p);
  if (k === n) return n * Math.log(p);
  const errors = stirlingError(n) - stirlingError(k) - stirlingError(n - k);
  const deviances = deviance(k, n * p) + deviance(n - k, n * q);
  return errors - deviances + 0.5 * (Math.log(n) - Math.log(k) - Math.log(n - k) - LOG_2_PI);
}

/**
 * The chances of at most k successes, and of more than k. Source: Abramowitz and Stegun, 26.5.24.
 *
 * @param k from 0 on
 * @param n trials
 * @param p the chance of each, from 0 to 1
 * @example binomialTails(3, 10, 0.5).lower // 0.171875
 */
export function binomialTails(k: number, n: number, p: number): Tails {
  return k >= n ? atUpperEnd : betaTails(n - k, k + 1, { x: 1 - p, y: p });
}
