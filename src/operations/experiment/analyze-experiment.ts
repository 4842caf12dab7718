import * as z from 'zod/mini';
import {
  analyzeObservations,
  type MetricAnalysis,
  type VariantComparison,
} from '../../engine/experiment/analysis/analyze-observations.js';
import type { Experiment } from '../../engine/experiment/experiment.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import type { ExperimentAnalysisOutput, ExperimentComparisonView, VerdictView } from './analysis-outputs.js';
import { comparisonSentence, rowsNeeded } from './comparison-sentence.js';
import { experimentCommand } from './experiment-command.js';
import { experimentReference } from './experiment-reference.js';
import { standingOf } from './experiment-standing.js';
import { findExperiment } from './find-experiment.js';

/**
 * What an experiment found out: for each metric how the variants compare with the control, and a sentence that says
 * what follows. Rows that both were tried with are compared with themselves.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 */
export const analyzeExperiment = guarded(
  needs.analyzeExperiment,
  z.object(experimentReference),
  async (deps: Deps, { experiment: reference }): Promise<ExperimentAnalysisOutput> => {
    const found = await findExperiment(deps, reference);
    const { experiments } = executionsOf(deps);
    const observed = await Promise.all(
      found.metrics.map(({ kind }, at) => experiments.observations(found.id, at + 1, kind)),
    );
    const metrics = analyzeObservations(found, observed).map((analysis) => metricView(found, analysis));
    const { experiment, batches, next } = await standingOf(deps, found);
    const deciding = metrics.find(({ metric }) => metric.primary);
    return {
      experiment,
      answer: deciding?.comparisons.map(({ says }) => says) ?? [],
      metrics,
      costs: experiment.variants.map(({ name, batch: id }) => {
        const batch = batches.find((one) => one.id === id);
        return { variant: name, perRow: batch && batch.done > 0 ? batch.cost / batch.done : null };
      }),
      next: nextOf(found, deciding, next),
    };
  },
);

/** What it has found decides, once all is known. */
function nextOf(
  experiment: Experiment,
  deciding: ExperimentAnalysisOutput['metrics'][number] | undefined,
  otherwise: string,
): string {
  if (experiment.status !== 'stopped') return otherwise;
  const isWon = deciding?.comparisons.some(({ verdict }) => verdict.is === 'better') === true;
  return experimentCommand(isWon ? 'promote' : 'archive', experiment);
}

function metricView(
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
  const { effect, confidence } = comparison;
  const variant = nameOf(experiment, comparison.variant);
  const control = experiment.variants.find(({ isControl }) => isControl)?.name ?? '';
  return {
    variant,
    estimate: effect?.estimate ?? null,
    from: finite(effect?.interval.from),
    to: finite(effect?.interval.to),
    confidence,
    pValue: effect?.pValue ?? null,
    method: effect?.method ?? null,
    rows: effect?.units ?? 0,
    verdict: verdictView(comparison),
    says: comparisonSentence(metric, variant, control, comparison),
  };
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
