import type { Insertable, Selectable } from 'kysely';
import type { BatchId, ExperimentId, ProjectId, PromptVersionId } from '../base/ids.js';
import type {
  Conclusion,
  Experiment,
  ExperimentMetric,
  ExperimentStatus,
  ExperimentUnit,
  ExperimentVariant,
  MetricKind,
} from '../engine/experiment/experiment.js';
import type { Observation } from '../engine/experiment/observation.js';
import { dateOrNull } from './column-values.js';
import type {
  ExperimentMetricsTable,
  ExperimentObservationsTable,
  ExperimentsTable,
  ExperimentVariantsTable,
} from './schema.js';

type ExperimentRow = Selectable<ExperimentsTable>;
type VariantRow = Selectable<ExperimentVariantsTable>;
type MetricRow = Selectable<ExperimentMetricsTable>;

export function experimentToRow(experiment: Experiment): Insertable<ExperimentsTable> {
  return {
    id: experiment.id,
    project_id: experiment.project,
    name: experiment.name,
    status: experiment.status,
    hypothesis: experiment.hypothesis,
    unit: experiment.unit,
    seed: experiment.seed,
    created_by: experiment.createdBy,
    created_at: experiment.createdAt.toISOString(),
    updated_at: experiment.updatedAt.toISOString(),
    started_at: experiment.startedAt?.toISOString() ?? null,
    stopped_at: experiment.stoppedAt?.toISOString() ?? null,
    archived_at: experiment.archivedAt?.toISOString() ?? null,
    conclusion: conclusionColumn(experiment.conclusion),
    settings: JSON.stringify(experiment.settings),
  };
}

/** The rows of the variants, in their order. */
export function variantsToRows({ id, variants }: Experiment): Insertable<ExperimentVariantsTable>[] {
  return variants.map((variant, at) => ({
    experiment_id: id,
    position: at + 1,
    name: variant.name,
    weight: variant.weight,
    is_control: variant.isControl ? 1 : 0,
    prompt_version_id: variant.prompt?.version ?? null,
    prompt_reference: variant.prompt?.reference ?? null,
    model: variant.model,
    parameters: JSON.stringify(variant.parameters),
    strategy: variant.strategy && JSON.stringify(variant.strategy),
    batch_id: variant.batch,
  }));
}

/** The rows of the metrics, in their order. */
export function metricsToRows({ id, metrics }: Experiment): Insertable<ExperimentMetricsTable>[] {
  return metrics.map(({ name, kind, better, matters, isPrimary }, at) => ({
    experiment_id: id,
    position: at + 1,
    ...{ name, kind, better, matters },
    is_primary: isPrimary ? 1 : 0,
  }));
}

export function observationToRow(
  experiment: ExperimentId,
  { metric, unit, variant, repetition, value, divisor = null, execution }: Observation,
  at: string,
): Insertable<ExperimentObservationsTable> {
  return {
    experiment_id: experiment,
    ...{ metric, unit, variant, repetition, value, divisor },
    execution_id: execution,
    at,
  };
}

/** @param variants and the metrics: its own, in their order */
export function experimentFromRows(
  row: ExperimentRow,
  variants: readonly VariantRow[],
  metrics: readonly MetricRow[],
): Experiment {
  return {
    id: row.id as ExperimentId,
    project: row.project_id as ProjectId | null,
    name: row.name,
    status: row.status as ExperimentStatus,
    hypothesis: row.hypothesis,
    unit: row.unit as ExperimentUnit,
    seed: row.seed,
    variants: variants.map(variantFromRow),
    metrics: metrics.map(metricFromRow),
    settings: JSON.parse(row.settings),
    conclusion: conclusionFrom(row.conclusion),
    createdBy: row.created_by,
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
    startedAt: dateOrNull(row.started_at),
    stoppedAt: dateOrNull(row.stopped_at),
    archivedAt: dateOrNull(row.archived_at),
  };
}

export function conclusionColumn(conclusion: Conclusion | null): string | null {
  return conclusion === null ? null : JSON.stringify(conclusion);
}

function conclusionFrom(column: string | null): Conclusion | null {
  if (column === null) return null;
  const { at, ...said } = JSON.parse(column);
  return { ...said, at: new Date(at) };
}

function variantFromRow(row: VariantRow): ExperimentVariant {
  const common = {
    name: row.name,
    weight: row.weight,
    isControl: row.is_control === 1,
    model: row.model,
    parameters: JSON.parse(row.parameters),
    batch: row.batch_id as BatchId | null,
  };
  if (row.strategy !== null) return { ...common, prompt: null, strategy: JSON.parse(row.strategy) };
  const version = row.prompt_version_id as PromptVersionId | null;
  return { ...common, prompt: { version, reference: row.prompt_reference ?? '' }, strategy: null };
}

function metricFromRow({ name, kind, better, matters, is_primary }: MetricRow): ExperimentMetric {
  return {
    name,
    kind: kind as MetricKind,
    better: better as ExperimentMetric['better'],
    matters,
    isPrimary: is_primary === 1,
  };
}
