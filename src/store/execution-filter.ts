import { type Expression, expressionBuilder, type SqlBool } from 'kysely';
import type { ExecutionId, ProjectId, PromptId, PromptVersionId, SessionId } from '../base/ids.js';
import type { ExecutionKind, ExecutionStatus } from '../engine/execution/execution.js';
import { notHidden } from './not-hidden.js';
import type { Database, ExecutionsTable } from './schema.js';
import type { Hidden } from './standing.js';

/** Which executions are meant: those that have all of this. */
export interface ExecutionFilter {
  readonly status?: ExecutionStatus | undefined;
  readonly kind?: ExecutionKind | undefined;
  /** The model's full name. */
  readonly model?: string | undefined;
  /** Any version of this prompt. */
  readonly prompt?: PromptId | undefined;
  readonly promptVersion?: PromptVersionId | undefined;
  readonly project?: ProjectId | undefined;
  readonly session?: SessionId | undefined;
  /** Begun at this time or later. */
  readonly since?: Date | undefined;
  /** Begun before this time. */
  readonly until?: Date | undefined;
  readonly rerunOf?: ExecutionId | undefined;
  /** Whether the cache answered. */
  readonly cached?: boolean | undefined;
  /** Those are left out. */
  readonly hidden?: Hidden | undefined;
}

/** The condition that an execution, in a query that calls it `e`, passes a filter. */
export function passesExecutionFilter(filter: ExecutionFilter): Expression<SqlBool> {
  const eb = expressionBuilder<Database & { e: ExecutionsTable }, 'e'>();
  const { status, kind, model, prompt, promptVersion, project, session, rerunOf, cached } = filter;
  const conditions: Expression<SqlBool>[] = timeConditions(filter);
  if (status !== undefined) conditions.push(eb('e.status', '=', status));
  if (kind !== undefined) conditions.push(eb('e.kind', '=', kind));
  if (model !== undefined) conditions.push(eb('e.model', '=', model));
  if (promptVersion !== undefined) conditions.push(eb('e.prompt_version_id', '=', promptVersion));
  if (project !== undefined) conditions.push(eb('e.project_id', '=', project));
  if (rerunOf !== undefined) conditions.push(eb('e.rerun_of', '=', rerunOf));
  if (filter.hidden !== undefined) conditions.push(notHidden('e.project_id', filter.hidden));
  if (cached !== undefined) conditions.push(eb('e.answered_by', cached ? 'is not' : 'is', null));
  if (prompt !== undefined) {
    const versions = eb.selectFrom('prompt_versions').select('id').where('prompt_id', '=', prompt);
    conditions.push(eb('e.prompt_version_id', 'in', versions));
  }
  if (session !== undefined) {
    const linked = eb.selectFrom('orchestration_executions').select('execution_id');
    conditions.push(eb('e.id', 'in', linked.where('session_id', '=', session)));
  }
  return eb.and(conditions);
}

function timeConditions({ since, until }: ExecutionFilter): Expression<SqlBool>[] {
  const eb = expressionBuilder<Database & { e: ExecutionsTable }, 'e'>();
  const conditions: Expression<SqlBool>[] = [];
  if (since !== undefined) conditions.push(eb('e.created_at', '>=', since.toISOString()));
  if (until !== undefined) conditions.push(eb('e.created_at', '<', until.toISOString()));
  return conditions;
}
