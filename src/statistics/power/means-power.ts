import type { Confidence } from '../effect.js';
import {
  requireBetween0And1,
  requireCorrelation,
  requireFinite,
  requirePositive,
} from '../require-figure.js';
import { powerOfT } from './noncentral-t.js';

export interface MeansPlan extends Confidence {
  /** The true difference that is to be found, in the metric's unit. */
  readonly difference: number;
  /** Of one unit, within a group. */
  readonly standardDeviation: number;
}

/**
 * The chance that a two-sided t test finds a difference of means between two groups of the same size.
 *
 * @param plan what there is to be found
 * @param perGroup how many units each group has, more than one
 * @throws {StatisticsInputError} for figures that cannot be
 * @example powerOfMeans({ difference: 1, standardDeviation: 1, confidence: 0.95 }, 20) // 0.8690
 */
export function powerOfMeans(plan: MeansPlan, perGroup: number): number {
  requireMeansPlan(plan);
  if (!(perGroup > 1)) return 0;
  const noncentrality = (plan.difference / plan.standardDeviation) * Math.sqrt(perGroup / 2);
  return powerOfT(noncentrality, 2 * (perGroup - 1), 1 - plan.confidence);
}

/**
 * The same where each unit is in both groups.
 *
 * @param correlation of a unit's two figures, above −1 and below 1
 * @param pairs how many units there are, more than one
 * @throws {StatisticsInputError} for figures that cannot be
 * @example powerOfPairs({ difference: 1, standardDeviation: 1, confidence: 0.95 }, 0.5, 10) // 0.8031
 */
export function powerOfPairs(plan: MeansPlan, correlation: number, pairs: number): number {
  requireMeansPlan(plan);
  requireCorrelation(correlation);
  if (!(pairs > 1)) return 0;
  const deviation = plan.standardDeviation * Math.sqrt(2 * (1 - correlation));
  return powerOfT((plan.difference / deviation) * Math.sqrt(pairs), pairs - 1, 1 - plan.confidence);
}

function requireMeansPlan({ difference, standardDeviation, confidence }: MeansPlan): void {
  requireFinite('the difference', difference);
  requirePositive('the standard deviation', standardDeviation);
  requireBetween0And1('the confidence', confidence);
}
