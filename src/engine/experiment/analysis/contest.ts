import type { Posterior } from '../../../statistics/bayes/posterior.js';
import { lessIsBetter } from '../../../statistics/bayes/posterior.js';
import { compareMeans } from '../../../statistics/compare/compare-means.js';
import { compareOutcomes } from '../../../statistics/compare/compare-outcomes.js';
import { compareRatios } from '../../../statistics/compare/compare-ratios.js';
import type { Comparison } from '../../../statistics/compare/comparison.js';
import { posteriorOfGroups } from '../../../statistics/compare/posterior-of-groups.js';
import type { Question } from '../../../statistics/compare/question.js';
import type { UnitTotals } from '../../../statistics/moments/unit-totals.js';
import type { Groups } from '../../../statistics/sample.js';
import type { ExperimentMetric, MetricKind } from '../experiment.js';

/** A variant and the control by a metric, with enough units to be compared. */
export interface Contest {
  readonly metric: ExperimentMetric;
  /** The variant's number, from 1. */
  readonly variant: number;
  readonly groups: Groups<UnitTotals>;
}

type Compare = (groups: Groups<UnitTotals>, question: Question) => Comparison;

const methods: Readonly<Record<MetricKind, Compare>> = {
  proportion: compareOutcomes,
  mean: compareMeans,
  ratio: compareRatios,
};

/** How the variant compares with the control. */
export function compareContest({ metric, groups }: Contest, question: Question): Comparison {
  return methods[metric.kind](groups, question);
}

/** What is to be believed of it, by the direction of the metric; null where nothing varied. */
export function posteriorOfContest({ metric, groups }: Contest, confidence: number): Posterior | null {
  const posterior = posteriorOfGroups(groups, metric.kind, { confidence });
  return posterior !== null && metric.better === 'lower' ? lessIsBetter(posterior) : posterior;
}
