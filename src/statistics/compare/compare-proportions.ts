import { normalTwoSided } from '../distributions/normal.js';
import type { Confidence } from '../effect.js';
import { clopperPearsonInterval } from '../proportions/clopper-pearson.js';
import { constrainedScore } from '../proportions/constrained-score.js';
import { exactDifference } from '../proportions/exact-difference.js';
import { fisherPValue } from '../proportions/fisher.js';
import { scoreDifference } from '../proportions/score-difference.js';
import { proportionOf, requireShare, type Share } from '../proportions/share.js';
import type { Groups } from '../sample.js';
import type { Comparison } from './comparison.js';
import { FEW_EVENTS } from './question.js';

/** Up to so many units in both groups together every comparison is exact. */
const FEW_UNITS = 200;

/** Up to so many units an exact comparison takes less than a second. */
const EXACT_UP_TO = 2000;

/**
 * The difference of two proportions of independent groups: exact for few units or rare events, Newcombe's score
 * interval beyond. Rare events among too many units for all tables to be gone through have Fisher's test and the
 * squared and added limits of Clopper and Pearson.
 *
 * @throws {StatisticsInputError} for shares that cannot be, or a confidence that is not between 0 and 1
 * @example
 * compareProportions(
 *   { control: { successes: 400, count: 1000 }, treatment: { successes: 460, count: 1000 } },
 *   { confidence: 0.95 },
 * ) // estimate 0.06, interval from 0.0166 to 0.1031, method 'score'
 */
export function compareProportions(groups: Groups<Share>, confidence: Confidence): Comparison {
  const { control, treatment } = groups;
  requireShare(control);
  requireShare(treatment);
  const units = control.count + treatment.count;
  const isRare = Math.min(...[control, treatment].map(rarerOf)) < FEW_EVENTS;
  if (units <= FEW_UNITS || (isRare && units <= EXACT_UP_TO))
    return { ...exactDifference(groups, confidence), method: 'exact', units };
  const estimate = proportionOf(treatment) - proportionOf(control);
  if (isRare)
    return {
      estimate,
      interval: scoreDifference(groups, confidence, clopperPearsonInterval),
      pValue: fisherPValue(groups),
      method: 'conservative-score',
      units,
    };
  return {
    estimate,
    interval: scoreDifference(groups, confidence),
    pValue: normalTwoSided(constrainedScore(groups, 0)),
    method: 'score',
    units,
  };
}

function rarerOf({ successes, count }: Share): number {
  return Math.min(successes, count - successes);
}
