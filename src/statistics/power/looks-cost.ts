import { normalQuantile } from '../distributions/normal.js';
import type { Confidence } from '../effect.js';
import { requireBetween0And1 } from '../require-figure.js';
import { groupSequentialLooks, groupSequentialPower } from '../sequential/group-sequential.js';
import { rootBetween } from '../special/root-between.js';

export interface LooksCost extends Confidence {
  /** How often it is looked, at equal distances. */
  readonly looks: number;
  /** The chance to find what is there, between 0 and 1. */
  readonly power: number;
}

/** Beyond so many standard errors nothing is left to be found. */
const FARTHEST = 20;

/**
 * How many times as many units it takes to look several times, with boundaries as O'Brien and Fleming have them, by the
 * spending of Lan and DeMets.
 *
 * Source: C. Jennison and B. W. Turnbull, Group Sequential Methods (2000), section 2.3.
 *
 * @throws {StatisticsInputError} for a power or confidence that is not between 0 and 1
 * @example costOfLooks({ looks: 5, confidence: 0.95, power: 0.8 }) // 1.025
 */
export function costOfLooks({ looks, confidence, power }: LooksCost): number {
  requireBetween0And1('the power', power);
  if (looks <= 1) return 1;
  const fractions = Array.from({ length: looks }, (_, at) => (at + 1) / looks);
  const plan = groupSequentialLooks({ fractions, spending: 'obrien-fleming', confidence });
  const drift = rootBetween((place) => groupSequentialPower(plan, place) - power, 0, FARTHEST, 1e-9);
  const once = normalQuantile((1 + confidence) / 2) + normalQuantile(power);
  return (drift / once) ** 2;
}
