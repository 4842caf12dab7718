import { type MatchedPairs, matchedPairs } from '../moments/matched-pairs.js';
import type { UnitTotals } from '../moments/unit-totals.js';
import type { PairTable } from '../proportions/pair-table.js';
import type { Groups } from '../sample.js';
import { compareMeans } from './compare-means.js';
import { comparePairedProportions } from './compare-paired-proportions.js';
import { compareProportions } from './compare-proportions.js';
import type { Comparison } from './comparison.js';
import { outcomeOf, shareOf } from './outcomes.js';
import type { Question } from './question.js';

/**
 * How the part of successes differs between two groups. Units that are in both are compared with themselves. Where
 * a unit was observed more than once, where the effect is relative, or where it may be looked at any time,
 * successes are taken as the means that they are.
 *
 * @param groups what was observed, by unit: 1 a success, 0 none
 * @throws {StatisticsInputError} for an observation that is neither 0 nor 1, or a confidence that is not between 0
 * and 1
 * @example
 * const [control, treatment] = [new UnitTotals(), new UnitTotals()];
 * for (const [row, before, after] of [['1', 0, 1], ['2', 1, 1], ['3', 0, 1]] as const) {
 *   control.add(row, before);
 *   treatment.add(row, after);
 * }
 * compareOutcomes({ control, treatment }, { effect: 'difference', looks: 'once', confidence: 0.95, seed: 'tone' })
 * // estimate 0.667, method 'paired-conservative-score', units 3
 */
export function compareOutcomes(groups: Groups<UnitTotals>, question: Question): Comparison {
  const { control, treatment } = groups;
  const asMeans = control.isRepeated || treatment.isRepeated;
  if (asMeans || question.effect === 'relative' || question.looks === 'any-time')
    return compareMeans(groups, question);
  const pairs = matchedPairs(groups);
  return pairs === null
    ? compareProportions({ control: shareOf(control), treatment: shareOf(treatment) }, question)
    : comparePairedProportions(tableOf(pairs), question);
}

function tableOf({ control, treatment }: MatchedPairs): PairTable {
  const counts = [0, 0, 0, 0];
  for (const [pair, before] of control.sums.entries()) {
    const kind = outcomeOf(before) + 2 * outcomeOf(treatment.sums[pair]);
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  const [neither = 0, onlyControl = 0, onlyTreatment = 0, both = 0] = counts;
  return { both, onlyTreatment, onlyControl, neither };
}
