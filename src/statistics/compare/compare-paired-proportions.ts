import type { Confidence } from '../effect.js';
import { clopperPearsonInterval } from '../proportions/clopper-pearson.js';
import { mcNemarMidPValue, mcNemarPValue } from '../proportions/mcnemar.js';
import { type PairTable, pairsIn } from '../proportions/pair-table.js';
import { pairedScoreDifference } from '../proportions/paired-score-difference.js';
import { wilsonInterval } from '../proportions/wilson.js';
import type { Comparison } from './comparison.js';
import { FEW_EVENTS } from './question.js';

/** Up to so many pairs, Wilson's limits would sometimes cover too little. */
const FEW_PAIRS = 50;

/** With fewer pairs that differ, the exact test is taken. */
const FEW_DIFFERING = 25;

/**
 * The difference of two proportions of the same units: Newcombe's paired score interval, with limits that err on
 * the side of caution for few pairs or rare events; and McNemar's test, exact where few pairs differ, with mid-p
 * beyond.
 *
 * @throws {StatisticsInputError} for counts that cannot be, or a confidence that is not between 0 and 1
 * @example
 * comparePairedProportions({ both: 30, onlyTreatment: 15, onlyControl: 5, neither: 50 }, { confidence: 0.95 })
 * // estimate 0.1, interval from 0.0122 to 0.1849, method 'paired-score'
 */
export function comparePairedProportions(table: PairTable, confidence: Confidence): Comparison {
  const units = pairsIn(table);
  const isCautious = units <= FEW_PAIRS || rarestIn(table) < FEW_EVENTS;
  const isExact = table.onlyTreatment + table.onlyControl < FEW_DIFFERING;
  return {
    estimate: (table.onlyTreatment - table.onlyControl) / units,
    interval: pairedScoreDifference(table, confidence, isCautious ? clopperPearsonInterval : wilsonInterval),
    pValue: isExact ? mcNemarPValue(table) : mcNemarMidPValue(table),
    method: isCautious ? 'paired-conservative-score' : 'paired-score',
    units,
  };
}

/** The fewest successes or failures in either group. */
function rarestIn({ both, onlyTreatment, onlyControl, neither }: PairTable): number {
  return Math.min(both, neither) + Math.min(onlyTreatment, onlyControl);
}
