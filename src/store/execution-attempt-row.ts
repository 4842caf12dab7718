import type { Selectable } from 'kysely';
import type { ExecutionId } from '../base/ids.js';
import type { ExecutionAttempt } from '../engine/execution/execution.js';
import type { FaultClass } from '../models/spec/model-fault.js';
import { dateOrNull } from './column-values.js';
import type { ExecutionAttemptsTable } from './schema.js';
import { usageFromRow } from './usage-columns.js';

export function executionAttemptFromRow(row: Selectable<ExecutionAttemptsTable>): ExecutionAttempt {
  return {
    execution: row.execution_id as ExecutionId,
    number: row.number,
    round: row.round,
    status: row.status as ExecutionAttempt['status'],
    startedAt: new Date(row.started_at),
    finishedAt: dateOrNull(row.finished_at),
    usage: usageFromRow(row),
    cost: row.cost,
    requestId: row.request_id,
    fault: row.fault as FaultClass | null,
    httpStatus: row.http_status,
    message: row.message,
    waitedMs: row.waited_ms,
  };
}
