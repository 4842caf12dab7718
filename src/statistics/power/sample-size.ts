import { requireBetween0And1, requirePositive } from '../require-figure.js';
import { rootBetween } from '../special/root-between.js';

/** More units than this are not worth counting. */
const MOST_UNITS = 1e12;

/**
 * The fewest units with which a test has the power that is wanted.
 *
 * @param power the chance to find what is there, between 0 and 1
 * @param powerWith the power with a number of units, which rises with it: `(n) => powerOfMeans(plan, n)`
 * @returns null where no number is enough, such as for no difference at all
 * @throws {StatisticsInputError} for a power that is not between 0 and 1
 * @example unitsFor(0.8, (n) => powerOfMeans({ difference: 1, standardDeviation: 1, confidence: 0.95 }, n)) // 17
 */
export function unitsFor(power: number, powerWith: (units: number) => number): number | null {
  requireBetween0And1('the power', power);
  let [tooFew, enough] = [1, 2];
  while (powerWith(enough) < power) {
    if (enough > MOST_UNITS) return null;
    [tooFew, enough] = [enough, enough * 2];
  }
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (powerWith(middle) < power) tooFew = middle;
    else enough = middle;
  }
  return enough;
}

/**
 * The smallest effect that is found with the power that is wanted: the minimum detectable effect.
 *
 * @param power the chance to find it, between 0 and 1
 * @param largest the largest effect that can be
 * @param powerFor the power for an effect, which rises with it
 * @returns null where even the largest is not found often enough
 * @throws {StatisticsInputError} for a power that is not between 0 and 1, or an effect that is not above 0
 * @example
 * smallestEffect(0.8, 10, (difference) => powerOfMeans({ difference, standardDeviation: 1, confidence: 0.95 }, 100))
 * // 0.398
 */
export function smallestEffect(
  power: number,
  largest: number,
  powerFor: (effect: number) => number,
): number | null {
  requireBetween0And1('the power', power);
  requirePositive('the largest effect', largest);
  if (powerFor(largest) < power) return null;
  return rootBetween((effect) => powerFor(effect) - power, 0, largest, largest * 1e-14);
}

/**
 * How long it takes until that many units are there.
 *
 * @param units in all groups together
 * @param pace units per day, above 0
 * @returns days, begun ones included
 * @throws {StatisticsInputError} for a pace that is not above 0
 * @example daysFor(1000, 300) // 4
 */
export function daysFor(units: number, pace: number): number {
  requirePositive('the pace', pace);
  return Math.ceil(units / pace);
}
