import { logHypergeometricChance, supportOf } from '../distributions/hypergeometric.js';
import type { Groups } from '../sample.js';
import { requireShare, type Share } from './share.js';

/** Chances that differ by less count as equal, as in R. */
const EQUAL_WITHIN = 1e-7;

/**
 * Fisher's exact test of two independent proportions, two-sided: the chance of all tables with the same margins that
 * are no likelier than this one. Source: R. A. Fisher, The Logic of Inductive Inference, JRSS 98 (1935).
 *
 * @throws {StatisticsInputError} for shares that cannot be
 * @example fisherPValue({ control: { successes: 1, count: 10 }, treatment: { successes: 7, count: 10 } }) // 0.0198
 */
export function fisherPValue({ control, treatment }: Groups<Share>): number {
  requireShare(control);
  requireShare(treatment);
  const marked = control.successes + treatment.successes;
  const urn = { marked, unmarked: control.count + treatment.count - marked, drawn: treatment.count };
  const limit = logHypergeometricChance(treatment.successes, urn) + Math.log1p(EQUAL_WITHIN);
  const { from, to } = supportOf(urn);
  let sum = 0;
  for (let k = from; k <= to; k++) {
    const logChance = logHypergeometricChance(k, urn);
    if (logChance <= limit) sum += Math.exp(logChance);
  }
  return Math.min(sum, 1);
}
