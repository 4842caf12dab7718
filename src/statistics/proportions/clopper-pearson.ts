import { betaQuantile, betaUpperQuantile } from '../distributions/beta.js';
import type { Confidence, Interval } from '../effect.js';
import { requireBetween0And1 } from '../require-figure.js';
import { requireShare, type Share } from './share.js';

/**
 * The exact interval for a proportion: it never covers less than it says. Source: C. J. Clopper and E. S. Pearson, The
 * Use of Confidence or Fiducial Limits Illustrated in the Case of the Binomial, Biometrika 26 (1934).
 *
 * @throws {StatisticsInputError} for a share that cannot be, or a confidence that is not between 0 and 1
 * @example clopperPearsonInterval({ successes: 8, count: 10 }, { confidence: 0.95 }) // from 0.444 to 0.975
 */
export function clopperPearsonInterval(share: Share, { confidence }: Confidence): Interval {
  requireShare(share);
  requireBetween0And1('the confidence', confidence);
  const { successes, count } = share;
  const failures = count - successes;
  const tail = (1 - confidence) / 2;
  return {
    from: successes === 0 ? 0 : betaQuantile(tail, successes, failures + 1),
    to: failures === 0 ? 1 : betaUpperQuantile(tail, successes + 1, failures),
  };
}
