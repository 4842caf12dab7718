import { normalQuantile, normalUpper } from '../distributions/normal.js';

/** How much of a chance of error may be used up by the time that a part of the data is there, from 0 to 1. */
export type Spending = 'obrien-fleming' | 'pocock';

/**
 * The chance of error that may be used up, on one side.
 *
 * Source: K. K. G. Lan and D. L. DeMets, Discrete Sequential Boundaries for Clinical Trials, Biometrika 70 (1983),
 * α₁ and α₂.
 *
 * @param spending `obrien-fleming` keeps nearly all of it to the end, `pocock` gives it out almost evenly
 * @param fraction the part of the planned data that is there
 * @param alpha all that may be used up on this side
 * @example spentBy('obrien-fleming', 0.5, 0.025) // 0.00153
 */
export function spentBy(spending: Spending, fraction: number, alpha: number): number {
  if (fraction >= 1) return alpha;
  return spending === 'pocock'
    ? alpha * Math.log1p((Math.E - 1) * fraction)
    : 2 * normalUpper(normalQuantile(1 - alpha / 2) / Math.sqrt(fraction));
}
