import type { Insertable, Selectable } from 'kysely';
import type {
  AttemptId,
  BatchId,
  ExecutionId,
  OptimizationId,
  ProjectId,
  PromptVersionId,
  RunId,
  SessionId,
} from '../base/ids.js';
import type {
  Execution,
  ExecutionKind,
  ExecutionProblem,
  ExecutionStatus,
  ExecutionSummary,
  NewExecution,
  ToolUse,
} from '../engine/execution/execution.js';
import type { ExecutionEnd } from '../engine/execution/execution-journal.js';
import type { ExecutionPlace } from '../engine/execution/execution-place.js';
import type { Step } from '../engine/session/step.js';
import type { FinishReason } from '../models/spec/model-answer.js';
import type { Attachment } from '../models/spec/model-request.js';
import { dateOrNull } from './column-values.js';
import { excerptOf, messagesFromKept } from './execution-messages.js';
import type { BatchExecutionsTable, ExecutionsTable, SessionExecutionsTable } from './schema.js';
import { usageColumns, usageFromRow } from './usage-columns.js';

/** What an execution was for. */
export const placeColumns = [
  'l.session_id',
  'l.step',
  'l.part',
  'l.attempt_id',
  'b.batch_id',
  'b.position',
  't.run_id',
  't.position as run_position',
  'o.optimization_id',
  'o.key as optimization_key',
  'o.row as optimization_row',
] as const;

/** The columns of an execution without its long texts. */
export const summaryColumns = [
  'e.id',
  'e.kind',
  'e.status',
  'e.project_id',
  'e.prompt_version_id',
  'e.prompt_reference',
  'e.model',
  'e.answered_model',
  'e.finish_reason',
  'e.input_tokens',
  'e.cached_input_tokens',
  'e.cache_write_tokens',
  'e.output_tokens',
  'e.reasoning_tokens',
  'e.cost',
  'e.latency_ms',
  'e.first_token_ms',
  'e.answered_by',
  'e.rerun_of',
  'e.problem_code',
  'e.problem_message',
  'e.actor',
  'e.created_at',
  'e.finished_at',
  'e.redacted_at',
  ...placeColumns,
] as const;

type Place = {
  readonly [Column in 'session_id' | 'step' | 'part' | 'attempt_id']: SessionExecutionsTable[Column] | null;
} & { readonly [Column in 'batch_id' | 'position']: BatchExecutionsTable[Column] | null } & {
  readonly run_id: string | null;
  readonly run_position: number | null;
  readonly optimization_id: string | null;
  readonly optimization_key: string | null;
  readonly optimization_row: number | null;
};
type LongColumn =
  | 'number'
  | 'excerpt'
  | 'cache_key'
  | 'parameters'
  | 'response_schema'
  | 'tools'
  | 'price'
  | 'details'
  | 'warnings'
  | 'messages'
  | 'response'
  | 'reasoning';

export type SummaryRow = Omit<Selectable<ExecutionsTable>, LongColumn> & Place;
export type WholeRow = Selectable<ExecutionsTable> & Place;

/** The row of an execution that has just begun. */
export function executionToRow(execution: NewExecution, messages: string): Insertable<ExecutionsTable> {
  return {
    id: execution.id,
    kind: execution.kind,
    status: 'running',
    project_id: execution.project,
    prompt_version_id: execution.prompt.version,
    prompt_reference: execution.prompt.reference,
    model: execution.model,
    cache_key: execution.cacheKey,
    rerun_of: execution.rerunOf,
    actor: execution.actor,
    created_at: execution.at.toISOString(),
    excerpt: excerptOf(execution.messages),
    messages,
    parameters: JSON.stringify(execution.parameters),
    response_schema: execution.responseSchema === null ? null : JSON.stringify(execution.responseSchema),
    tools: JSON.stringify(execution.tools),
    details: '{}',
    warnings: '[]',
  };
}

/** What is known of an execution when it is over. */
export function endedColumns(end: ExecutionEnd) {
  return {
    status: end.status,
    finished_at: end.at.toISOString(),
    response: end.response,
    reasoning: end.reasoning,
    answered_model: end.answeredModel,
    finish_reason: end.finishReason,
    ...usageColumns(end.usage),
    cost: end.cost,
    price: end.price === null ? null : JSON.stringify(end.price),
    latency_ms: Math.round(end.latencyMs),
    first_token_ms: end.firstTokenMs === null ? null : Math.round(end.firstTokenMs),
    problem_code: end.problem?.code ?? null,
    problem_message: end.problem?.message ?? null,
    details: JSON.stringify(end.details),
    warnings: JSON.stringify(end.warnings),
  } satisfies Partial<Insertable<ExecutionsTable>>;
}

export function summaryFromRow(row: SummaryRow): ExecutionSummary {
  return {
    id: row.id as ExecutionId,
    kind: row.kind as ExecutionKind,
    status: row.status as ExecutionStatus,
    project: row.project_id as ProjectId | null,
    place: placeOf(row),
    prompt: { version: row.prompt_version_id as PromptVersionId | null, reference: row.prompt_reference },
    model: row.model,
    answeredModel: row.answered_model,
    finishReason: row.finish_reason as FinishReason | null,
    usage: usageFromRow(row),
    cost: row.cost,
    latencyMs: row.latency_ms,
    firstTokenMs: row.first_token_ms,
    answeredBy: row.answered_by as ExecutionId | null,
    rerunOf: row.rerun_of as ExecutionId | null,
    problem: problemOf(row),
    actor: row.actor,
    at: new Date(row.created_at),
    finishedAt: dateOrNull(row.finished_at),
    redactedAt: dateOrNull(row.redacted_at),
  };
}

/** @param toolUses in the order in which they were made */
export function executionFromRow(
  row: WholeRow,
  attachments: readonly Attachment[],
  toolUses: readonly ToolUse[],
): Execution {
  return {
    ...summaryFromRow(row),
    messages: messagesFromKept({ json: row.messages, attachments }),
    parameters: JSON.parse(row.parameters),
    responseSchema: row.response_schema === null ? null : JSON.parse(row.response_schema),
    tools: JSON.parse(row.tools),
    cacheKey: row.cache_key,
    response: row.response,
    reasoning: row.reasoning,
    toolUses,
    price: row.price === null ? null : JSON.parse(row.price),
    details: JSON.parse(row.details),
    warnings: JSON.parse(row.warnings),
  };
}

function placeOf({
  session_id,
  step,
  part,
  attempt_id,
  batch_id,
  position,
  run_id,
  run_position,
  optimization_id,
  optimization_key,
  optimization_row,
}: Place): ExecutionPlace | null {
  if (batch_id !== null && position !== null) return { batch: batch_id as BatchId, position };
  if (run_id !== null && run_position !== null) return { run: run_id as RunId, try: run_position };
  if (optimization_id !== null && optimization_key !== null)
    return { optimization: optimization_id as OptimizationId, key: optimization_key, row: optimization_row };
  if (session_id === null || step === null) return null;
  return {
    session: session_id as SessionId,
    step: step as Step,
    part,
    attempt: attempt_id as AttemptId | null,
  };
}

function problemOf({
  problem_code,
  problem_message,
}: Pick<SummaryRow, 'problem_code' | 'problem_message'>): ExecutionProblem | null {
  if (problem_code === null) return null;
  return { code: problem_code as ExecutionProblem['code'], message: problem_message ?? problem_code };
}
