import type { Posterior } from '../../../statistics/bayes/posterior.js';
import type { Comparison } from '../../../statistics/compare/comparison.js';
import type { Question } from '../../../statistics/compare/question.js';
import { UnitTotals } from '../../../statistics/moments/unit-totals.js';
import { type Verdict, verdictOn } from '../../../statistics/verdict.js';
import type { Experiment, ExperimentMetric } from '../experiment.js';
import type { ObservedColumns } from '../observation.js';
import type { FamilyRule } from './analysis-plan.js';
import { type Contest, compareContest, posteriorOfContest } from './contest.js';
import { familyLevels } from './family-levels.js';
import { type LookReached, levelAtLook } from './look-reached.js';

/** How a variant did by a metric. */
export interface VariantFigure {
  /** The variant's number, from 1. */
  readonly variant: number;
  /** How many rows it was measured in. */
  readonly units: number;
  /** Of the rows' means, or the quotient of their sums; null when it was measured in none. */
  readonly mean: number | null;
}

/** How a variant compares with the control by a metric. */
export interface VariantComparison {
  readonly variant: number;
  /** Null when fewer than two rows were measured in one of them. */
  readonly effect: Comparison | null;
  /** The same as a part of what the control has; null unless asked for. */
  readonly relative: Comparison | null;
  /** What is to be believed of the effect, with 95 %; null unless asked for, and where nothing varied. */
  readonly posterior: Posterior | null;
  /** Of the interval: the more is compared, the higher it is. */
  readonly confidence: number;
  readonly verdict: Verdict;
}

export interface MetricAnalysis {
  readonly metric: ExperimentMetric;
  /** Of all variants, in their order. */
  readonly figures: readonly VariantFigure[];
  /** Of all variants but the control, in their order. */
  readonly comparisons: readonly VariantComparison[];
}

/** What is shown besides what decides. */
export type AnalysisExtra = 'relative' | 'posterior';

/** How what was observed is judged. */
export interface Judgement {
  readonly look: LookReached;
  readonly family: FamilyRule;
  readonly extras: readonly AnalysisExtra[];
}

const usualJudgement: Judgement = { look: { kind: 'once' }, family: 'holm', extras: [] };

/** The chance of a wrong claim that is put up with. */
const ALPHA = 0.05;
/** Fewer say nothing of how far an effect is off. */
const FEWEST_UNITS = 2;

/**
 * What the observations say of the variants. Rows that both were tried with are compared with themselves. All
 * comparisons, over variants and metrics, are one family: the chance of even one wrong claim is at most 5 %, unless
 * it is judged otherwise.
 *
 * @param observed what was measured by each metric, in the order of the metrics
 */
export function analyzeObservations(
  { variants, metrics, seed }: Pick<Experiment, 'variants' | 'metrics' | 'seed'>,
  observed: readonly ObservedColumns[],
  judgement: Judgement = usualJudgement,
): readonly MetricAnalysis[] {
  const control = variants.findIndex(({ isControl }) => isControl);
  const measured = metrics.map((metric, at) => ({
    metric,
    groups: groupsOf(observed[at], variants.length),
  }));
  const contests = measured.flatMap(({ metric, groups }) =>
    groups.flatMap((group, at) => (at === control ? [] : contestOf(metric, groups[control], group, at))),
  );
  const decided = decideAll(contests, seed, judgement);
  return measured.map(({ metric, groups }) => ({
    metric,
    figures: groups.map((group, at) => ({
      variant: at + 1,
      units: group.units,
      mean: figureOf(metric, group),
    })),
    comparisons: variants.flatMap((_, at) => (at === control ? [] : [comparisonIn(decided, metric, at + 1)])),
  }));
}

function groupsOf(observed: ObservedColumns | undefined, variants: number): readonly UnitTotals[] {
  const groups = Array.from({ length: variants }, () => new UnitTotals());
  if (observed === undefined) return groups;
  const { units, variants: given, values, divisors } = observed;
  for (let at = 0; at < units.length; at++)
    groups[(given[at] ?? 0) - 1]?.add(units[at] ?? 0, values[at] ?? Number.NaN, divisors?.[at]);
  return groups;
}

/** None when there is too little to compare. */
function contestOf(
  metric: ExperimentMetric,
  control: UnitTotals | undefined,
  treatment: UnitTotals,
  at: number,
): Contest[] {
  if (control === undefined || Math.min(control.units, treatment.units) < FEWEST_UNITS) return [];
  return [{ metric, variant: at + 1, groups: { control, treatment } }];
}

interface Decided extends VariantComparison {
  readonly metric: ExperimentMetric;
}

function decideAll(
  contests: readonly Contest[],
  seed: string,
  { look, family, extras }: Judgement,
): readonly Decided[] {
  const questionAt = (level: number): Question => ({
    effect: 'difference',
    looks: look.kind === 'sequential' ? 'any-time' : 'once',
    confidence: 1 - levelAtLook(look, level),
    seed,
  });
  const alone = contests.map((contest) => compareContest(contest, questionAt(ALPHA)));
  const pValues = alone.map(({ pValue }) => pValue);
  const levels = familyLevels(family, pValues, ALPHA, (level) => levelAtLook(look, level));
  return contests.map((contest, at) => {
    const { metric, variant } = contest;
    const level = levels[at] ?? ALPHA;
    const question = questionAt(level);
    const effect = (level === ALPHA ? alone[at] : undefined) ?? compareContest(contest, question);
    const relative = extras.includes('relative')
      ? compareContest(contest, { ...question, effect: 'relative' })
      : null;
    const posterior = extras.includes('posterior') ? posteriorOfContest(contest, 1 - ALPHA) : null;
    const verdict = verdictOn(effect, metric);
    return { metric, variant, effect, relative, posterior, confidence: 1 - level, verdict };
  });
}

function comparisonIn(
  decided: readonly Decided[],
  metric: ExperimentMetric,
  variant: number,
): VariantComparison {
  const found = decided.find((one) => one.metric === metric && one.variant === variant);
  if (found === undefined) {
    const nothing = { effect: null, relative: null, posterior: null };
    return { variant, ...nothing, confidence: 1 - ALPHA, verdict: { is: 'not-enough-data', times: null } };
  }
  const { metric: _, ...comparison } = found;
  return comparison;
}

/** Each row counts the same, however often it was asked; in a quotient as much as it is divided by. */
function figureOf({ kind }: ExperimentMetric, group: UnitTotals): number | null {
  const { sums, counts } = group.columns();
  if (sums.length === 0) return null;
  if (kind === 'ratio') return totalOf(sums) / totalOf(counts);
  return sums.reduce((total, sum, at) => total + sum / (counts[at] ?? 1), 0) / sums.length;
}

function totalOf(column: Float64Array): number {
  return column.reduce((total, value) => total + value, 0);
}
