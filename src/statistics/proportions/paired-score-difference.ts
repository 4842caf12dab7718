import type { Confidence, Interval } from '../effect.js';
import { type PairTable, pairsIn, requirePairTable } from './pair-table.js';
import type { ShareInterval } from './score-difference.js';
import { wilsonInterval } from './wilson.js';

/**
 * An interval for the difference of two proportions of the same units: Wilson's limits squared and added, less what
 * the two have in common.
 *
 * Source: R. G. Newcombe, Improved Confidence Intervals for the Difference Between Binomial Proportions Based on Paired
 * Data, Statistics in Medicine 17 (1998) 2635–2650, method 10.
 *
 * @param limitsOf the limits of each proportion; Wilson's if not said
 *
 * @throws {StatisticsInputError} for counts that cannot be, or a confidence that is not between 0 and 1
 * @example
 * pairedScoreDifference({ both: 36, onlyTreatment: 12, onlyControl: 2, neither: 0 }, { confidence: 0.95 })
 * // from 0.0569 to 0.3404
 */
export function pairedScoreDifference(
  table: PairTable,
  confidence: Confidence,
  limitsOf: ShareInterval = wilsonInterval,
): Interval {
  requirePairTable(table);
  const count = pairsIn(table);
  const [inTreatment, inControl] = [table.both + table.onlyTreatment, table.both + table.onlyControl];
  const treatment = limitsOf({ successes: inTreatment, count }, confidence);
  const control = limitsOf({ successes: inControl, count }, confidence);
  const [t, c] = [inTreatment / count, inControl / count];
  const phi = correctedPhi(table);
  return {
    from: t - c - lawOfCosines(t - treatment.from, control.to - c, phi),
    to: t - c + lawOfCosines(treatment.to - t, c - control.from, phi),
  };
}

/** How the two go together, from −1 to 1, with Newcombe's correction for continuity where it is above 0. */
function correctedPhi(table: PairTable): number {
  const { both, onlyTreatment, onlyControl, neither } = table;
  const product = both * neither - onlyTreatment * onlyControl;
  const corrected = product > 0 ? Math.max(product - pairsIn(table) / 2, 0) : product;
  const margins =
    Math.sqrt((both + onlyTreatment) * (onlyControl + neither)) *
    Math.sqrt((both + onlyControl) * (onlyTreatment + neither));
  return margins === 0 ? 0 : corrected / margins;
}

function lawOfCosines(a: number, b: number, cosine: number): number {
  return Math.sqrt(Math.max(a * a - 2 * cosine * a * b + b * b, 0));
}
