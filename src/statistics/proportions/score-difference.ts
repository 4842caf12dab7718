import type { Confidence, Interval } from '../effect.js';
import type { Groups } from '../sample.js';
import { proportionOf, type Share } from './share.js';
import { wilsonInterval } from './wilson.js';

/** An interval for one proportion, of which one for a difference is made. */
export type ShareInterval = (share: Share, confidence: Confidence) => Interval;

/**
 * An interval for the difference of two independent proportions, by squaring and adding the distances to the limits
 * of each. With Wilson's limits, as by default, it is Newcombe's hybrid score interval.
 *
 * Source: R. G. Newcombe, Interval Estimation for the Difference Between Independent Proportions, Statistics in
 * Medicine 17 (1998) 873–890, method 10.
 *
 * @throws {StatisticsInputError} for shares that cannot be, or a confidence that is not between 0 and 1
 * @example
 * scoreDifference(
 *   { control: { successes: 48, count: 80 }, treatment: { successes: 56, count: 70 } },
 *   { confidence: 0.95 },
 * )
 * // from 0.0524 to 0.3339
 */
export function scoreDifference(
  { control, treatment }: Groups<Share>,
  confidence: Confidence,
  limitsOf: ShareInterval = wilsonInterval,
): Interval {
  const [c, t] = [proportionOf(control), proportionOf(treatment)];
  const [ofControl, ofTreatment] = [limitsOf(control, confidence), limitsOf(treatment, confidence)];
  return {
    from: t - c - Math.hypot(t - ofTreatment.from, ofControl.to - c),
    to: t - c + Math.hypot(ofTreatment.to - t, c - ofControl.from),
  };
}
