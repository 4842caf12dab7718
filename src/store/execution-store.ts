import type { Kysely } from 'kysely';
import { grouped } from '../base/grouped.js';
import type { ExecutionId, RunId, SessionId } from '../base/ids.js';
import type {
  Execution,
  ExecutionAttempt,
  ExecutionSummary,
  NanoDollars,
} from '../engine/execution/execution.js';
import { beginsWith } from './begins-with.js';
import { type BoundedCount, countRows, ONE_MORE } from './bounded-count.js';
import { executionAttemptFromRow } from './execution-attempt-row.js';
import { spentFor, spentSince } from './execution-ceilings.js';
import { type ExecutionFilter, passesExecutionFilter } from './execution-filter.js';
import { attachmentsOf, toolUsesOf } from './execution-parts.js';
import type { PrunedExecutions, PruneLimits } from './execution-pruning.js';
import type { ExecutionRedaction, RedactedExecution } from './execution-redaction.js';
import { executionFromRow, placeColumns, summaryColumns, summaryFromRow } from './execution-row.js';
import type { ExecutionHit, ExecutionQuery } from './execution-search.js';
import type { ExecutionGrouping, ExecutionStats } from './execution-stats.js';
import { isBehind } from './page.js';
import type { Database } from './schema.js';

/** How much of a list is wanted. */
export interface ExecutionPage {
  readonly limit: number;
  /** The last one of the page before; the first page when it is left out. */
  readonly after?: Pick<ExecutionSummary, 'id' | 'at'> | undefined;
}

/** Looking executions up, and removing what is not to be kept; they are written through the journal only. */
export class ExecutionStore {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  /** The executions whose id begins with a prefix; two at most, which is enough to see a clash. */
  async withIdPrefix(prefix: string): Promise<ExecutionSummary[]> {
    const rows = await this.#summaries().where(beginsWith('e.id', prefix)).orderBy('e.id').limit(2).execute();
    return rows.map(summaryFromRow);
  }

  /** An execution, whole; null when there is none of that id. */
  async whole(id: ExecutionId): Promise<Execution | null> {
    return (await this.#wholes([id]))[0] ?? null;
  }

  /** Executions, whole, in the order of their ids as given; as many at a time as are small enough together. */
  async *wholeInBatches(ids: readonly ExecutionId[]): AsyncGenerator<readonly Execution[]> {
    const { executionBatches } = await import('./execution-batches.js');
    for await (const batch of executionBatches(this.#database, ids)) yield this.#wholes(batch);
  }

  /** The calls of an execution, in order. */
  async attempts(id: ExecutionId): Promise<readonly ExecutionAttempt[]> {
    return (await this.attemptsOf([id])).get(id) ?? [];
  }

  /** The same for several. */
  async attemptsOf(
    ids: readonly ExecutionId[],
  ): Promise<ReadonlyMap<ExecutionId, readonly ExecutionAttempt[]>> {
    const rows = await this.#database
      .selectFrom('execution_attempts')
      .selectAll()
      .where('execution_id', 'in', ids)
      .orderBy('execution_id')
      .orderBy('number')
      .execute();
    return grouped(rows, ({ execution_id }) => execution_id as ExecutionId, executionAttemptFromRow);
  }

  /** The answers that were pasted, of those executions of which that is so: attempts of sessions keep them. */
  async pastedAnswers(ids: readonly ExecutionId[]): Promise<ReadonlyMap<ExecutionId, Uint8Array>> {
    const rows = await this.#database
      .selectFrom('executions as e')
      .innerJoin('orchestration_executions as l', 'l.execution_id', 'e.id')
      .innerJoin('orchestration_phases as p', 'p.id', 'l.attempt_id')
      .select(['e.id', 'p.answer'])
      .where('e.id', 'in', ids)
      .where('e.kind', '=', 'pasted')
      .execute();
    return new Map(
      rows.flatMap(({ id, answer }) => (answer === null ? [] : [[id as ExecutionId, answer] as const])),
    );
  }

  /**
   * The executions that pass a filter, the newest first. Those that are `running` may be on their way, or
   * their process has died: then nobody knows how they ended.
   */
  async list(filter: ExecutionFilter, { limit, after }: ExecutionPage): Promise<ExecutionSummary[]> {
    let query = this.#summaries().where(passesExecutionFilter(filter));
    if (after !== undefined)
      query = query.where(isBehind(['e.created_at', 'e.id'], 'desc', [after.at.toISOString(), after.id]));
    const rows = await query.orderBy('e.created_at', 'desc').orderBy('e.id', 'desc').limit(limit).execute();
    return rows.map(summaryFromRow);
  }

  /** All executions of a session, in the order in which they were begun. */
  async ofSession(session: SessionId): Promise<ExecutionSummary[]> {
    const rows = await this.#summaries()
      .where('l.session_id', '=', session)
      .orderBy('e.created_at')
      .orderBy('e.number')
      .execute();
    return rows.map(summaryFromRow);
  }

  /** All executions of a workflow's run, in the order in which they were begun. */
  async ofRun(run: RunId): Promise<ExecutionSummary[]> {
    const rows = await this.#summaries()
      .where('t.run_id', '=', run)
      .orderBy('e.created_at')
      .orderBy('e.number')
      .execute();
    return rows.map(summaryFromRow);
  }

  /** The executions whose id begins so, the newest first. */
  async beginningWith(prefix: string, limit: number): Promise<ExecutionSummary[]> {
    const rows = await this.#summaries()
      .where(beginsWith('e.id', prefix))
      .orderBy('e.created_at', 'desc')
      .limit(limit)
      .execute();
    return rows.map(summaryFromRow);
  }

  /** The beginning of what was asked last in each of them; those that ask nothing are left out. */
  async excerpts(ids: readonly ExecutionId[]): Promise<ReadonlyMap<ExecutionId, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.#database
      .selectFrom('executions as e')
      .select(['e.id', 'e.excerpt'])
      .where('e.id', 'in', ids)
      .execute();
    return new Map(
      rows.flatMap(({ id, excerpt }) => (excerpt === null ? [] : [[id as ExecutionId, excerpt] as const])),
    );
  }

  /** How many pass a filter. */
  async count(filter: ExecutionFilter): Promise<BoundedCount> {
    const passing = this.#database
      .selectFrom('executions as e')
      .select('e.id')
      .where(passesExecutionFilter(filter))
      .limit(ONE_MORE);
    return countRows(this.#database, passing);
  }

  /** What all executions of a session have cost, and what those on their way may still cost. */
  spentFor(session: SessionId): Promise<NanoDollars> {
    return spentFor(this.#database, session);
  }

  /** The same for all calls that began at a time or later. */
  spentSince(time: Date): Promise<NanoDollars> {
    return spentSince(this.#database, time);
  }

  /** @throws SearchQueryError when there is nothing to look for, or too much */
  async search(query: ExecutionQuery): Promise<ExecutionHit[]> {
    const { searchExecutions } = await import('./execution-search.js');
    return searchExecutions(this.#database, query);
  }

  async stats(filter: ExecutionFilter, by: ExecutionGrouping): Promise<ExecutionStats[]> {
    const { executionStats } = await import('./execution-stats.js');
    return executionStats(this.#database, filter, by);
  }

  /** How many executions `prune` would remove. */
  async prunable(limits: PruneLimits): Promise<number> {
    const { prunable } = await import('./execution-pruning.js');
    return prunable(this.#database, limits);
  }

  async prune(limits: PruneLimits): Promise<PrunedExecutions> {
    const { prune } = await import('./execution-pruning.js');
    return prune(this.#database, limits);
  }

  /** What `redact` would take out. */
  async redactable(redaction: ExecutionRedaction): Promise<RedactedExecution> {
    const { previewRedaction } = await import('./execution-redaction.js');
    return previewRedaction(this.#database, redaction);
  }

  async redact(redaction: ExecutionRedaction): Promise<RedactedExecution> {
    const { redactExecution } = await import('./execution-redaction.js');
    return redactExecution(this.#database, redaction);
  }

  async #wholes(ids: readonly ExecutionId[]): Promise<Execution[]> {
    const rows = await this.#linked().selectAll('e').select(placeColumns).where('e.id', 'in', ids).execute();
    const attachments = await attachmentsOf(this.#database, ids);
    const toolUses = await toolUsesOf(this.#database, ids);
    const byId = new Map(
      rows.map((row) => [
        row.id,
        executionFromRow(row, attachments.get(row.id) ?? [], toolUses.get(row.id) ?? []),
      ]),
    );
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  #summaries() {
    return this.#linked().select([...summaryColumns]);
  }

  #linked() {
    return this.#database
      .selectFrom('executions as e')
      .leftJoin('orchestration_executions as l', 'l.execution_id', 'e.id')
      .leftJoin('batch_executions as b', 'b.execution_id', 'e.id')
      .leftJoin('run_steps as t', 't.execution_id', 'e.id')
      .leftJoin('optimization_calls as o', 'o.execution_id', 'e.id');
  }
}
