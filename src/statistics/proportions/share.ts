import { requireCount } from '../require-figure.js';

/** How many of some units had a success. */
export interface Share {
  readonly successes: number;
  readonly count: number;
}

/**
 * The observed part of successes, from 0 to 1.
 *
 * @example proportionOf({ successes: 3, count: 12 }) // 0.25
 */
export function proportionOf({ successes, count }: Share): number {
  return successes / count;
}

/** @throws {StatisticsInputError} unless there is at least one unit, and no more successes than units */
export function requireShare({ successes, count }: Share): void {
  requireCount('the number of units', count, 1);
  requireCount('the number of successes', successes);
  requireCount('the number of units without a success', count - successes);
}
