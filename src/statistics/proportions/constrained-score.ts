import type { Groups } from '../sample.js';
import { proportionOf, type Share } from './share.js';

/**
 * How far an observed difference of proportions is from `difference`, in standard errors that are right if that is the
 * true one: those of the likeliest two proportions with that difference.
 *
 * Source: C. P. Farrington and G. Manning, Test Statistics and Sample Size Formulae for Comparative Binomial Trials,
 * Statistics in Medicine 9 (1990), section 3 and the appendix.
 *
 * @param difference treatment minus control, above −1 and below 1
 * @example
 * constrainedScore({ control: { successes: 5, count: 10 }, treatment: { successes: 8, count: 10 } }, 0) // 1.406
 */
export function constrainedScore({ control, treatment }: Groups<Share>, difference: number): number {
  const [c, t] = [proportionOf(control), proportionOf(treatment)];
  const likeliest = likeliestTreatment(t, c, control.count / treatment.count, difference);
  const p = Math.min(Math.max(likeliest, 0, difference), 1, 1 + difference);
  const q = p - difference;
  const variance = (p * (1 - p)) / treatment.count + (q * (1 - q)) / control.count;
  const distance = t - c - difference;
  return distance === 0 ? 0 : distance / Math.sqrt(Math.max(variance, 0));
}

/** The root of the likelihood's cubic equation that is a proportion. */
function likeliestTreatment(t: number, c: number, ratio: number, difference: number): number {
  const cubic = 1 + ratio;
  const square = -(cubic + t + ratio * c + difference * (ratio + 2));
  const linear = difference * difference + difference * (2 * t + cubic) + t + ratio * c;
  const constant = -t * difference * (1 + difference);
  const third = square / (3 * cubic);
  const v = third ** 3 - (square * linear) / (6 * cubic * cubic) + constant / (2 * cubic);
  const u = Math.sign(v || 1) * Math.sqrt(Math.max(third * third - linear / (3 * cubic), 0));
  const cosine = u === 0 ? 0 : Math.max(-1, Math.min(1, v / u ** 3));
  return 2 * u * Math.cos((Math.PI + Math.acos(cosine)) / 3) - third;
}
