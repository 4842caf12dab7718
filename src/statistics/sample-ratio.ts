import { chiSquareUpper } from './distributions/chi-square.js';
import { StatisticsInputError } from './errors.js';
import { requireCount } from './require-figure.js';

/** A variant, how many units it got, and its part of them by design. */
export interface Allotment {
  readonly count: number;
  /** Any measure: only the parts of their sum matter. */
  readonly weight: number;
}

export interface SampleRatio {
  /** The chance of counts as far from the design, or farther, if assignment works. */
  readonly pValue: number;
  /** Assignment or recording is broken, and nothing that follows from the data can be trusted. */
  readonly mismatch: boolean;
}

/** Below this p-value there is a mismatch: where nothing is wrong, once in a thousand experiments. */
const MISMATCH_BELOW = 0.001;

/**
 * Whether units came to the variants as often as they should. Pearson's chi-square test, as GrowthBook has it; variants
 * without weight are left out.
 *
 * Source: A. Fabijan et al., Diagnosing Sample Ratio Mismatch in Online Controlled Experiments, KDD 2019.
 *
 * @throws {StatisticsInputError} for counts or weights that are not numbers from 0 on
 * @example sampleRatio([{ count: 5000, weight: 0.5 }, { count: 5300, weight: 0.5 }]).mismatch // false: p = 0.0031
 */
export function sampleRatio(allotments: readonly Allotment[]): SampleRatio {
  for (const { count, weight } of allotments) {
    requireCount('the number of units', count);
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY))
      throw new StatisticsInputError('a weight has to be a number from 0 on', weight);
  }
  const weighted = allotments.filter(({ weight }) => weight > 0);
  const units = sumOf(weighted.map(({ count }) => count));
  const weights = sumOf(weighted.map(({ weight }) => weight));
  if (weighted.length < 2 || units === 0) return { pValue: 1, mismatch: false };
  const distances = weighted.map(({ count, weight }) => {
    const expected = (units * weight) / weights;
    return (count - expected) ** 2 / expected;
  });
  const pValue = chiSquareUpper(sumOf(distances), weighted.length - 1);
  return { pValue, mismatch: pValue < MISMATCH_BELOW };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
