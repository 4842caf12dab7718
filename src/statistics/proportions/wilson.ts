import { normalQuantile } from '../distributions/normal.js';
import type { Confidence, Interval } from '../effect.js';
import { requireBetween0And1 } from '../require-figure.js';
import { requireShare, type Share } from './share.js';

/**
 * Wilson's score interval for a proportion. Source: E. B. Wilson, Probable Inference, the Law of Succession, and
 * Statistical Inference, JASA 22 (1927).
 *
 * @throws {StatisticsInputError} for a share that cannot be, or a confidence that is not between 0 and 1
 * @example wilsonInterval({ successes: 8, count: 10 }, { confidence: 0.95 }) // from 0.490 to 0.943
 */
export function wilsonInterval(share: Share, { confidence }: Confidence): Interval {
  requireShare(share);
  requireBetween0And1('the confidence', confidence);
  const { successes, count } = share;
  const square = normalQuantile((1 + confidence) / 2) ** 2;
  const centre = successes + square / 2;
  const spread = Math.sqrt(square * ((successes * (count - successes)) / count + square / 4));
  return {
    from: successes === 0 ? 0 : (centre - spread) / (count + square),
    to: successes === count ? 1 : (centre + spread) / (count + square),
  };
}
