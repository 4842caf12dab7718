import type { Insertable, Selectable } from 'kysely';
import type { BatchId, ExecutionId, ProjectId, PromptVersionId, WorkerId } from '../base/ids.js';
import type { ProcessIdentity } from '../base/process/process-identity.js';
import type {
  Batch,
  BatchItem,
  BatchStatus,
  ClaimedItem,
  ItemStatus,
  NewItem,
  Worker,
  WorkerStatus,
} from '../engine/batch/batch.js';
import { dateOrNull } from './column-values.js';
import { ownerColumns } from './owner-columns.js';
import { problemColumns, problemOf } from './problem-columns.js';
import type { BatchesTable, BatchItemsTable, WorkersTable } from './schema.js';

export function batchToRow(batch: Batch): Insertable<BatchesTable> {
  return {
    id: batch.id,
    project_id: batch.project,
    name: batch.name,
    prompt_version_id: batch.prompt.version,
    prompt_reference: batch.prompt.reference,
    model: batch.model,
    status: batch.status,
    rows: batch.rows,
    done: batch.done,
    failed: batch.failed,
    spent: batch.spent,
    reserved: batch.reserved,
    next_call_at: 0,
    ...ownerColumns(batch.loader),
    ...problemColumns(batch.problem),
    actor: batch.actor,
    created_at: batch.createdAt.toISOString(),
    updated_at: batch.updatedAt.toISOString(),
    finished_at: batch.finishedAt?.toISOString() ?? null,
    settings: JSON.stringify(batch.settings),
  };
}

export function batchFromRow(row: Selectable<BatchesTable>): Batch {
  return {
    id: row.id as BatchId,
    project: row.project_id as ProjectId | null,
    name: row.name,
    prompt: { version: row.prompt_version_id as PromptVersionId | null, reference: row.prompt_reference },
    model: row.model,
    settings: JSON.parse(row.settings),
    status: row.status as BatchStatus,
    rows: row.rows,
    done: row.done,
    failed: row.failed,
    spent: row.spent,
    reserved: row.reserved,
    loader: loaderOf(row),
    problem: problemOf(row),
    actor: row.actor,
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
    finishedAt: dateOrNull(row.finished_at),
  };
}

export function itemToRow(batch: BatchId, item: NewItem): Insertable<BatchItemsTable> {
  return {
    batch_id: batch,
    position: item.position,
    row: item.row,
    repetition: item.repetition,
    status: item.problem === null ? 'pending' : 'failed',
    calls: 0,
    ...problemColumns(item.problem),
    input: JSON.stringify(item.input),
  };
}

export function itemFromRow(row: Selectable<BatchItemsTable>): BatchItem {
  return {
    ...claimedFromRow(row),
    status: row.status as ItemStatus,
    execution: row.execution_id as ExecutionId | null,
    problem: problemOf(row),
  };
}

export function claimedFromRow(
  row: Pick<Selectable<BatchItemsTable>, 'position' | 'row' | 'repetition' | 'calls' | 'input'>,
): ClaimedItem {
  const { position, row: number, repetition, calls } = row;
  return { position, row: number, repetition, calls, input: JSON.parse(row.input) };
}

export function workerToRow({
  process: { host, pid, started },
  ...worker
}: Worker): Insertable<WorkersTable> {
  return {
    id: worker.id,
    host,
    pid,
    started,
    status: worker.status,
    in_flight: worker.inFlight,
    version: worker.version,
    actor: worker.actor,
    started_at: worker.startedAt.toISOString(),
    seen_at: worker.seenAt.toISOString(),
  };
}

export function workerFromRow({ host, pid, started, ...row }: Selectable<WorkersTable>): Worker {
  return {
    id: row.id as WorkerId,
    process: { host, pid, started },
    status: row.status as WorkerStatus,
    inFlight: row.in_flight,
    version: row.version,
    actor: row.actor,
    startedAt: new Date(row.started_at),
    seenAt: new Date(row.seen_at),
  };
}

function loaderOf({
  owner_host,
  owner_pid,
  owner_started,
}: Pick<BatchesTable, 'owner_host' | 'owner_pid' | 'owner_started'>): ProcessIdentity | null {
  if (owner_host === null || owner_pid === null || owner_started === null) return null;
  return { host: owner_host, pid: owner_pid, started: owner_started };
}
