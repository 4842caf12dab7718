import type { UnitTotals } from '../moments/unit-totals.js';
import type { Share } from '../proportions/share.js';
import { requireOutcome } from '../require-figure.js';

/**
 * How many of a group's units are a success, where each was observed once.
 *
 * @throws {StatisticsInputError} for an observation that is neither 0 nor 1
 */
export function shareOf(totals: UnitTotals): Share {
  let successes = 0;
  for (const outcome of totals.columns().sums) successes += outcomeOf(outcome);
  return { successes, count: totals.units };
}

/** @throws {StatisticsInputError} for a figure that is neither 0 nor 1 */
export function outcomeOf(value = Number.NaN): number {
  requireOutcome(value);
  return value;
}
