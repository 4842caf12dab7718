import type { Insertable, Selectable } from 'kysely';
import type { ExecutionId, ProjectId, RunId } from '../base/ids.js';
import type { Gate, GateDecision, Run, RunStatus, RunStep } from '../engine/run/run.js';
import type { Json } from '../models/spec/model-request.js';
import { dateOrNull } from './column-values.js';
import { ownerColumns, ownerOf } from './owner-columns.js';
import { problemColumns, problemOf } from './problem-columns.js';
import type { RunStepsTable, RunsTable } from './schema.js';

export function runToRow(run: Run): Insertable<RunsTable> {
  return {
    id: run.id,
    kind: run.kind,
    subject: run.subject,
    status: run.status,
    ...ownerColumns(run.owner),
    ...problemColumns(run.problem),
    actor: run.actor,
    created_at: run.createdAt.toISOString(),
    updated_at: run.updatedAt.toISOString(),
    settings: JSON.stringify(run.settings),
    project_id: run.project,
    workflow_version: run.version,
    inputs: jsonOrNull(run.inputs),
    outputs: jsonOrNull(run.outputs),
    cancelled_at: run.cancelledAt?.toISOString() ?? null,
  };
}

export function runFromRow(row: RunsTable): Run {
  return {
    id: row.id as RunId,
    kind: row.kind,
    subject: row.subject,
    project: row.project_id as ProjectId | null,
    version: row.workflow_version,
    settings: JSON.parse(row.settings),
    inputs: parsedOrNull(row.inputs),
    outputs: parsedOrNull(row.outputs),
    status: row.status as RunStatus,
    owner: ownerOf(row),
    problem: problemOf(row),
    cancelledAt: dateOrNull(row.cancelled_at),
    actor: row.actor,
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
  };
}

export function stepFromRow(row: Selectable<RunStepsTable>): RunStep {
  return {
    run: row.run_id as RunId,
    position: row.position,
    key: row.key,
    attempt: row.attempt,
    status: row.status as RunStep['status'],
    startedAt: new Date(row.started_at),
    finishedAt: dateOrNull(row.finished_at),
    output: JSON.parse(row.output),
    result: parsedOrNull(row.result),
    execution: row.execution_id as ExecutionId | null,
    problem: problemOf(row),
    gate: gateOf(row),
  };
}

/** A column that is empty where there is nothing to say. */
export function jsonOrNull(value: Json): string | null {
  return value === null ? null : JSON.stringify(value);
}

function parsedOrNull(json: string | null): Json {
  return json === null ? null : JSON.parse(json);
}

function gateOf(row: RunStepsTable): Gate | null {
  return row.gate_checksum === null ? null : { checksum: row.gate_checksum, decision: decisionOf(row) };
}

function decisionOf(row: RunStepsTable): GateDecision {
  const is = row.gate_decision as GateDecision['is'];
  if (is === 'pending' || row.gate_actor === null || row.gate_at === null) return { is: 'pending' };
  return { is, comment: row.gate_comment, actor: row.gate_actor, at: new Date(row.gate_at) };
}
