import { compareMeans } from '../../../statistics/compare/compare-means.js';
import { compareOutcomes } from '../../../statistics/compare/compare-outcomes.js';
import type { Comparison } from '../../../statistics/compare/comparison.js';
import { UnitTotals } from '../../../statistics/moments/unit-totals.js';
import { type Verdict, verdictOn } from '../../../statistics/verdict.js';
import type { Experiment, ExperimentMetric } from '../experiment.js';
import type { ObservedColumns } from '../observation.js';
import { holmLevels } from './holm-levels.js';

/** How a variant did by a metric. */
export interface VariantFigure {
  /** The variant's number, from 1. */
  readonly variant: number;
  /** How many rows it was measured in. */
  readonly units: number;
  /** Of the rows' means; null when it was measured in none. */
  readonly mean: number | null;
}

/** How a variant compares with the control by a metric. */
export interface VariantComparison {
  readonly variant: number;
  /** Null when fewer than two rows were measured in one of them. */
  readonly effect: Comparison | null;
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

/** The chance of even one wrong claim that is put up with. */
const ALPHA = 0.05;
/** Fewer say nothing of how far an effect is off. */
const FEWEST_UNITS = 2;

/** A comparison that can be made. */
interface Contest {
  readonly metric: ExperimentMetric;
  readonly variant: number;
  readonly compare: (confidence: number) => Comparison;
}

/**
 * What the observations say of the variants. Rows that both were tried with are compared with themselves. All
 * comparisons, over variants and metrics, are one family: the chance of even one wrong claim is at most 5 %.
 *
 * @param observed what was measured by each metric, in the order of the metrics
 */
export function analyzeObservations(
  { variants, metrics, seed }: Pick<Experiment, 'variants' | 'metrics' | 'seed'>,
  observed: readonly ObservedColumns[],
): readonly MetricAnalysis[] {
  const control = variants.findIndex(({ isControl }) => isControl);
  const measured = metrics.map((metric, at) => ({
    metric,
    groups: groupsOf(observed[at], variants.length),
  }));
  const contests = measured.flatMap(({ metric, groups }) =>
    groups.flatMap((group, at) => contestOf(metric, groups[control], group, at, seed)),
  );
  const decided = decideAll(contests.filter(({ variant }) => variant !== control + 1));
  return measured.map(({ metric, groups }) => ({
    metric,
    figures: groups.map((group, at) => ({ variant: at + 1, units: group.units, mean: meanOf(group) })),
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
  seed: string,
): Contest[] {
  if (control === undefined || Math.min(control.units, treatment.units) < FEWEST_UNITS) return [];
  const method = metric.kind === 'proportion' ? compareOutcomes : compareMeans;
  const compare = (confidence: number) =>
    method({ control, treatment }, { effect: 'difference', looks: 'once', confidence, seed });
  return [{ metric, variant: at + 1, compare }];
}

interface Decided extends VariantComparison {
  readonly metric: ExperimentMetric;
}

function decideAll(contests: readonly Contest[]): readonly Decided[] {
  const alone = contests.map(({ compare }) => compare(1 - ALPHA));
  const levels = holmLevels(
    alone.map(({ pValue }) => pValue),
    ALPHA,
  );
  return contests.map(({ metric, variant, compare }, at) => {
    const level = levels[at] ?? ALPHA;
    const confidence = 1 - level;
    const effect = (level === ALPHA ? alone[at] : undefined) ?? compare(confidence);
    return { metric, variant, effect, confidence, verdict: verdictOn(effect, metric) };
  });
}

function comparisonIn(
  decided: readonly Decided[],
  metric: ExperimentMetric,
  variant: number,
): VariantComparison {
  const found = decided.find((one) => one.metric === metric && one.variant === variant);
  if (found === undefined) {
    return { variant, effect: null, confidence: 1 - ALPHA, verdict: { is: 'not-enough-data', times: null } };
  }
  const { effect, confidence, verdict } = found;
  return { variant, effect, confidence, verdict };
}

/** Each row counts the same, however often it was asked. */
function meanOf(group: UnitTotals): number | null {
  const { sums, counts } = group.columns();
  if (sums.length === 0) return null;
  return sums.reduce((total, sum, at) => total + sum / (counts[at] ?? 1), 0) / sums.length;
}
