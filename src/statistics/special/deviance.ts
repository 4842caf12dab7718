/** Within this part of their sum, x and the mean are near enough to each other for the series. */
const NEAR = 0.1;

/**
 * x log(x / mean) + mean − x, without the cancellation that spoils it where x is near the mean.
 *
 * Source: C. Loader, Fast and Accurate Computation of Binomial Probabilities (2000), section 3 (`bd0`).
 *
 * @param x from 0 on
 * @param mean above 0
 * @example deviance(110, 100) // 0.4841197785
 */
export function deviance(x: number, mean: number): number {
  if (x === 0) return mean;
  const distance = x - mean;
  if (Math.abs(distance) >= NEAR * (x + mean)) return x * Math.log(x / mean) - distance;
  const v = distance / (x + mean);
  const square = v * v;
  let [sum, term] = [distance * v, 2 * x * v];
  for (let odd = 3; ; odd += 2) {
    term *= square;
    const next = sum + term / odd;
    if (next === sum) return sum;
    sum = next;
  }
}
