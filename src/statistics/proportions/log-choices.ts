import { logGamma } from '../special/log-gamma.js';

/**
 * The logarithms of the numbers of ways to choose 0, 1, … n of n things.
 *
 * @param n from 0 on
 * @example Math.exp(logChoices(4)[2] ?? 0) // 6
 */
export function logChoices(n: number): Float64Array {
  const all = logGamma(n + 1);
  return Float64Array.from({ length: n + 1 }, (_, k) => all - logGamma(k + 1) - logGamma(n - k + 1));
}
