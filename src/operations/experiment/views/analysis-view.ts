import type { AnalysisPlan } from '../../../engine/experiment/analysis/analysis-plan.js';
import type {
  MetricAnalysis,
  VariantComparison,
} from '../../../engine/experiment/analysis/analyze-observations.js';
import type { Experiment } from '../../../engine/experiment/experiment.js';
import type { Posterior } from '../../../statistics/bayes/posterior.js';
import type { ExperimentAnalysisOutput, ExperimentComparisonView, VerdictView } from '../analysis-outputs.js';
import { comparisonSentence, rowsNeeded } from '../comparison-sentence.js';
import type { AnalysisPlanView } from '../outputs.js';

export function planView({ looks, family }: AnalysisPlan): AnalysisPlanView {
  return { looks: looks.kind, times: looks.kind === 'planned' ? looks.times : null, family };
}

/** What was found by a metric, with the names of the variants and the sentences that follow. */
export function metricAnalysisView(
  experiment: Experiment,
  { metric, figures, comparisons }: MetricAnalysis,
): ExperimentAnalysisOutput['metrics'][number] {
  const { isPrimary, ...about } = metric;
  return {
    metric: { ...about, primary: isPrimary },
    figures: figures.map(({ variant, units, mean }) => ({
      variant: nameOf(experiment, variant),
      rows: units,
      mean,
    })),
    comparisons: comparisons.map((comparison) => comparisonView(experiment, metric, comparison)),
  };
}

function comparisonView(
  experiment: Experiment,
  metric: MetricAnalysis['metric'],
  comparison: VariantComparison,
): ExperimentComparisonView {
  const { effect, relative, posterior, confidence } = comparison;
  const variant = nameOf(experiment, comparison.variant);
  const control = experiment.variants.find(({ isControl }) => isControl)?.name ?? '';
  return {
    variant,
    ...endsOf(effect),
    confidence,
    pValue: effect?.pValue ?? null,
    method: effect?.method ?? null,
    rows: effect?.units ?? 0,
    relative: relative && { ...endsOf(relative), method: relative.method },
    posterior: posterior && posteriorView(posterior),
    verdict: verdictView(comparison),
    says: comparisonSentence(metric, { variant, control, units: `${experiment.unit}s` }, comparison),
  };
}

function endsOf(effect: VariantComparison['effect']) {
  return {
    estimate: finite(effect?.estimate),
    from: finite(effect?.interval.from),
    to: finite(effect?.interval.to),
  };
}

function posteriorView({ estimate, interval, chanceToWin, expectedLoss }: Posterior) {
  const { control, treatment } = expectedLoss;
  return { estimate, ...interval, chanceToWin, expectedLoss: { control, variant: treatment } };
}

function verdictView(comparison: VariantComparison): VerdictView {
  const { verdict } = comparison;
  return {
    is: verdict.is,
    matters: 'matters' in verdict ? verdict.matters : null,
    rowsNeeded: rowsNeeded(comparison),
  };
}

function nameOf({ variants }: Experiment, variant: number): string {
  return variants[variant - 1]?.name ?? String(variant);
}

/** JSON has no infinity. */
function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
