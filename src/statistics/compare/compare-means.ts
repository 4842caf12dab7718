import type { Estimate } from '../estimate.js';
import { bootstrapEffect } from '../means/bootstrap.js';
import { pairedEstimate } from '../means/paired.js';
import { studentEffect } from '../means/student-effect.js';
import { welchEstimate } from '../means/welch.js';
import { type MatchedPairs, matchedPairs, meansOf, pairedSample } from '../moments/matched-pairs.js';
import type { UnitTotals } from '../moments/unit-totals.js';
import { ratioSample } from '../ratios/ratio-sample.js';
import { pairedRelativeEstimate } from '../ratios/relative.js';
import type { Groups } from '../sample.js';
import { alwaysValidEffect } from '../sequential/always-valid.js';
import { compareMatchedRatios } from './compare-ratios.js';
import type { Comparison } from './comparison.js';
import { BOOTSTRAP_UP_TO, type Question } from './question.js';

/**
 * How the mean of a metric differs between two groups. Units that are in both are compared with themselves; repeats
 * of a unit count for no more than they tell.
 *
 * @param groups what was observed, by unit
 * @throws {StatisticsInputError} for a confidence that is not between 0 and 1
 * @example
 * const [control, treatment] = [new UnitTotals(), new UnitTotals()];
 * for (const [row, before, after] of [['1', 5, 7], ['2', 3, 6], ['3', 8, 9]] as const) {
 *   control.add(row, before);
 *   treatment.add(row, after);
 * }
 * compareMeans({ control, treatment }, { effect: 'difference', looks: 'once', confidence: 0.95, seed: 'tone' })
 * // estimate 2, method 'paired-t', units 3
 */
export function compareMeans(groups: Groups<UnitTotals>, question: Question): Comparison {
  const pairs = matchedPairs(groups);
  return pairs === null ? compareApart(groups, question) : comparePairs(pairs, question);
}

/** Independent groups: a mean is the quotient of what was observed and how often, and units are what is drawn. */
function compareApart(groups: Groups<UnitTotals>, question: Question): Comparison {
  const { control, treatment } = groups;
  if (question.effect === 'relative' || question.looks === 'any-time')
    return compareMatchedRatios(groups, null, question);
  const samples = {
    control: ratioSample(control.sample()),
    treatment: ratioSample(treatment.sample()),
  };
  return {
    ...studentEffect(welchEstimate(samples), question),
    method: control.isRepeated || treatment.isRepeated ? 'clustered' : 'welch',
    units: control.units + treatment.units,
  };
}

function comparePairs(pairs: MatchedPairs, question: Question): Comparison {
  const units = pairs.control.sums.length;
  const estimate = pairEstimate(pairs, question);
  if (question.looks === 'any-time')
    return { ...alwaysValidEffect({ ...estimate, units }, question), method: 'always-valid', units };
  if (question.effect === 'difference')
    return { ...studentEffect(estimate, question), method: 'paired-t', units };
  if (units > BOOTSTRAP_UP_TO) return { ...studentEffect(estimate, question), method: 'delta', units };
  const columns = [meansOf(pairs.control), meansOf(pairs.treatment)];
  const effect = bootstrapEffect(
    [columns],
    ([means]) => (means?.[1] ?? Number.NaN) / (means?.[0] ?? Number.NaN) - 1,
    question,
  );
  return { ...effect, method: 'bootstrap', units };
}

function pairEstimate(pairs: MatchedPairs, { effect }: Question): Estimate {
  const sample = pairedSample(pairs);
  return effect === 'difference' ? pairedEstimate(sample) : pairedRelativeEstimate(sample);
}
