import type { Insertable, Selectable } from 'kysely';
import type { OptimizationId, ProjectId, PromptVersionId } from '../base/ids.js';
import type {
  CandidateFate,
  CandidateOrigin,
  KeptCandidate,
  SearchArm,
} from '../engine/optimize/candidate.js';
import type { Optimization, OptimizationStatus } from '../engine/optimize/optimization.js';
import type { OptimizationRow } from '../engine/optimize/optimization-row.js';
import { dateOrNull } from './column-values.js';
import { ownerColumns, ownerOf } from './owner-columns.js';
import { problemColumns, problemOf } from './problem-columns.js';
import type { OptimizationCandidatesTable, OptimizationRowsTable, OptimizationsTable } from './schema.js';

export function optimizationToRow(optimization: Optimization): Insertable<OptimizationsTable> {
  return {
    id: optimization.id,
    project_id: optimization.project,
    prompt_version_id: optimization.prompt.version,
    prompt_reference: optimization.prompt.reference,
    message: optimization.message,
    model: optimization.model,
    reflection_model: optimization.reflectionModel,
    status: optimization.status,
    ...ownerColumns(optimization.owner),
    ...problemColumns(optimization.problem),
    applied_version_id: optimization.applied,
    actor: optimization.actor,
    created_at: optimization.createdAt.toISOString(),
    updated_at: optimization.updatedAt.toISOString(),
    finished_at: optimization.finishedAt?.toISOString() ?? null,
    settings: JSON.stringify(optimization.settings),
    start: optimization.start,
    result: optimization.outcome === null ? null : JSON.stringify(optimization.outcome),
  };
}

export function optimizationFromRow(row: Selectable<OptimizationsTable>): Optimization {
  return {
    id: row.id as OptimizationId,
    project: row.project_id as ProjectId | null,
    prompt: { version: row.prompt_version_id as PromptVersionId | null, reference: row.prompt_reference },
    message: row.message,
    start: row.start,
    model: row.model,
    reflectionModel: row.reflection_model,
    settings: JSON.parse(row.settings),
    status: row.status as OptimizationStatus,
    outcome: row.result === null ? null : JSON.parse(row.result),
    problem: problemOf(row),
    owner: ownerOf(row),
    applied: row.applied_version_id as PromptVersionId | null,
    actor: row.actor,
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
    finishedAt: dateOrNull(row.finished_at),
  };
}

export function dataRowToRow(
  id: OptimizationId,
  { row, input, expected }: OptimizationRow,
): Insertable<OptimizationRowsTable> {
  return { optimization_id: id, row, input: JSON.stringify(input), expected };
}

export function dataRowFromRow({ row, input, expected }: Selectable<OptimizationRowsTable>): OptimizationRow {
  return { row, input: JSON.parse(input), expected };
}

/** The columns that change as more is known of a candidate. */
export function candidateColumns({ arm, origin, parents, template, fate, calls }: KeptCandidate) {
  const { is, ...details } = fate;
  return {
    ...{ arm, origin, template, calls },
    parents: JSON.stringify(parents),
    fate: is,
    details: JSON.stringify(details),
  };
}

export function candidateFromRow(row: Selectable<OptimizationCandidatesTable>): KeptCandidate {
  return {
    name: row.name,
    arm: row.arm as SearchArm | null,
    origin: row.origin as CandidateOrigin,
    parents: JSON.parse(row.parents),
    template: row.template,
    fate: { is: row.fate, ...JSON.parse(row.details) } as CandidateFate,
    calls: row.calls,
  };
}
