import { binomialTails, logBinomialChance } from '../distributions/binomial.js';
import { type PairTable, requirePairTable } from './pair-table.js';

/**
 * McNemar's exact test of two proportions of the same units, two-sided: whether the units that had a success in one
 * group only had it as often in either. Source: Q. McNemar, Note on the Sampling Error of the Difference Between
 * Correlated Proportions or Percentages, Psychometrika 12 (1947), with the binomial distribution.
 *
 * @throws {StatisticsInputError} for counts that cannot be
 * @example mcNemarPValue({ both: 0, onlyTreatment: 8, onlyControl: 1, neither: 0 }) // 0.0390625
 */
export function mcNemarPValue(table: PairTable): number {
  requirePairTable(table);
  const { fewer, either } = discordant(table);
  return Math.min(2 * binomialTails(fewer, either, 0.5).lower, 1);
}

/**
 * The same with half the chance of what was observed. It is a little bolder than the exact test, which errs on the side
 * of caution, and in practice still keeps what it promises.
 *
 * Source: M. W. Fagerland, S. Lydersen and P. Laake, The McNemar Test for Binary Matched-Pairs Data: Mid-p and
 * Asymptotic Are Better Than Exact Conditional, BMC Medical Research Methodology 13:91 (2013).
 *
 * @throws {StatisticsInputError} for counts that cannot be
 * @example mcNemarMidPValue({ both: 0, onlyTreatment: 8, onlyControl: 1, neither: 0 }) // 0.021484375
 */
export function mcNemarMidPValue(table: PairTable): number {
  requirePairTable(table);
  const { fewer, either } = discordant(table);
  const tail = binomialTails(fewer, either, 0.5).lower;
  return Math.min(2 * tail - Math.exp(logBinomialChance(fewer, either, 0.5)), 1);
}

function discordant({ onlyTreatment, onlyControl }: PairTable): {
  readonly fewer: number;
  readonly either: number;
} {
  return { fewer: Math.min(onlyTreatment, onlyControl), either: onlyTreatment + onlyControl };
}
