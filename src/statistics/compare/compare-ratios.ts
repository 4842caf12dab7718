import type { Estimate } from '../estimate.js';
import { bootstrapEffect, type ColumnMeans, type Columns } from '../means/bootstrap.js';
import { pairedEstimate } from '../means/paired.js';
import { studentEffect } from '../means/student-effect.js';
import { welchEstimate } from '../means/welch.js';
import { type MatchedPairs, matchedPairs } from '../moments/matched-pairs.js';
import type { TotalColumns, UnitTotals } from '../moments/unit-totals.js';
import { pairedRatioSample } from '../ratios/paired-ratio-sample.js';
import { ratioSample } from '../ratios/ratio-sample.js';
import { pairedRelativeEstimate, relativeEstimate } from '../ratios/relative.js';
import type { Groups } from '../sample.js';
import { alwaysValidEffect } from '../sequential/always-valid.js';
import type { Comparison } from './comparison.js';
import { BOOTSTRAP_UP_TO, type Question } from './question.js';

/**
 * How a quotient of two sums differs between two groups, such as dollars per solved task: the bootstrap up to
 * 10,000 units, the delta method beyond. Units that are in both groups are compared with themselves.
 *
 * @param groups what was observed, by unit, with what it is divided by
 * @throws {StatisticsInputError} for a confidence that is not between 0 and 1, or fewer than two units in a group
 * @example
 * const [control, treatment] = [new UnitTotals(), new UnitTotals()];
 * for (const [row, dollars, solved] of [['1', 5, 2], ['2', 3, 1], ['3', 8, 4]] as const) {
 *   control.add(row, dollars, solved);
 *   treatment.add(row, dollars * 0.9, solved);
 * }
 * const question = { effect: 'relative', looks: 'once', confidence: 0.95, seed: 'tone' } as const;
 * compareRatios({ control, treatment }, question).estimate;
 * // −0.1
 */
export function compareRatios(groups: Groups<UnitTotals>, question: Question): Comparison {
  return compareMatchedRatios(groups, matchedPairs(groups), question);
}

/**
 * The same where it is known which units match.
 *
 * @param pairs of `matchedPairs`
 */
export function compareMatchedRatios(
  groups: Groups<UnitTotals>,
  pairs: MatchedPairs | null,
  question: Question,
): Comparison {
  const units = pairs?.control.sums.length ?? groups.control.units + groups.treatment.units;
  if (question.looks === 'any-time') {
    const estimate = { ...estimateOf(groups, pairs, question), units };
    return { ...alwaysValidEffect(estimate, question), method: 'always-valid', units };
  }
  if (units > BOOTSTRAP_UP_TO)
    return { ...studentEffect(estimateOf(groups, pairs, question), question), method: 'delta', units };
  return { ...drawn(groups, pairs, question), method: 'bootstrap', units };
}

function estimateOf(groups: Groups<UnitTotals>, pairs: MatchedPairs | null, { effect }: Question): Estimate {
  if (pairs !== null) {
    const sample = pairedRatioSample(pairs);
    return effect === 'difference' ? pairedEstimate(sample) : pairedRelativeEstimate(sample);
  }
  const samples = {
    control: ratioSample(groups.control.sample()),
    treatment: ratioSample(groups.treatment.sample()),
  };
  return effect === 'difference' ? welchEstimate(samples) : relativeEstimate(samples);
}

function drawn(groups: Groups<UnitTotals>, pairs: MatchedPairs | null, question: Question) {
  const of = (control: number, treatment: number) =>
    question.effect === 'difference' ? treatment - control : treatment / control - 1;
  if (pairs !== null)
    return bootstrapEffect(
      [[...columnsOf(pairs.control), ...columnsOf(pairs.treatment)]],
      (means) => of(quotient(means, 0, 0), quotient(means, 0, 2)),
      question,
    );
  return bootstrapEffect(
    [columnsOf(groups.control.columns()), columnsOf(groups.treatment.columns())],
    (means) => of(quotient(means, 0, 0), quotient(means, 1, 0)),
    question,
  );
}

function columnsOf({ sums, counts }: TotalColumns): Columns {
  return [sums, counts];
}

/** The quotient of two columns of a group that are beside each other. */
function quotient(means: ColumnMeans, group: number, column: number): number {
  return (means[group]?.[column] ?? Number.NaN) / (means[group]?.[column + 1] ?? Number.NaN);
}
