import type { MatchedPairs } from '../moments/matched-pairs.js';
import { type PairedSample, RunningComoments } from '../moments/running-comoments.js';
import type { TotalColumns } from '../moments/unit-totals.js';

/**
 * Quotients of two sums over the same units in both groups, as means of pairs: each unit by what it adds to the
 * quotients, which is the delta method in other words.
 *
 * Source: R. Budylin, A. Drutsa, I. Katsev and V. Tsoy, Consistent Transformation of Ratio Metrics for Efficient
 * Online Controlled Experiments, WSDM 2018 (linearisation).
 *
 * @param pairs of `matchedPairs`
 * @example
 * const group = { sums: Float64Array.of(1, 2, 3), counts: Float64Array.of(1, 1, 2) };
 * pairedRatioSample({ control: group, treatment: group }).meanX; // 1.5
 */
export function pairedRatioSample({ control, treatment }: MatchedPairs): PairedSample {
  const [c, t] = [linearised(control), linearised(treatment)];
  const comoments = new RunningComoments();
  for (const [pair, value] of c.values.entries()) comoments.add(value, t.values[pair] ?? Number.NaN);
  return { ...comoments.sample(), meanX: c.ratio, meanY: t.ratio };
}

function linearised({ sums, counts }: TotalColumns) {
  const [sum, count] = [totalOf(sums), totalOf(counts)];
  const ratio = sum / count;
  const mean = count / counts.length;
  return {
    ratio,
    values: sums.map((each, unit) => (each - ratio * (counts[unit] ?? Number.NaN)) / mean),
  };
}

function totalOf(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
