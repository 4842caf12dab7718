import type { Kysely, Transaction, Updateable } from 'kysely';
import type { ProjectId, RunId } from '../base/ids.js';
import { GateClosedError, RunBusyError } from '../engine/run/errors.js';
import type { Gate, GateDecision, Run, RunOwner, RunProblem, RunStatus, RunStep } from '../engine/run/run.js';
import type { RunJournal, StepEnd } from '../engine/run/run-journal.js';
import type { Json } from '../models/spec/model-request.js';
import { beginsWith } from './begins-with.js';
import { type BoundedCount, countRows, ONE_MORE } from './bounded-count.js';
import { notHidden } from './not-hidden.js';
import { isFreeOf, isOwnedBy, ownerColumns } from './owner-columns.js';
import { isBehind, type Page } from './page.js';
import { problemColumns } from './problem-columns.js';
import { jsonOrNull, runFromRow, runToRow, stepFromRow } from './run-row.js';
import type { Database, RunsTable } from './schema.js';
import type { Hidden } from './standing.js';
import { inTransaction } from './transaction.js';

/** Which runs are meant. */
export interface RunFilter {
  readonly kind: string;
  readonly subject?: string | undefined;
  readonly project?: ProjectId | undefined;
  readonly status?: RunStatus | undefined;
  /** Those are left out. */
  readonly hidden?: Hidden | undefined;
}

/** The journal of runs in a database. */
export class RunStore implements RunJournal {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  async create(run: Run): Promise<void> {
    await this.#database.insertInto('runs').values(runToRow(run)).execute();
  }

  async run(id: RunId): Promise<Run | null> {
    const row = await this.#database.selectFrom('runs').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : runFromRow(row);
  }

  async settle(id: RunId, { settings, inputs }: Pick<Run, 'settings' | 'inputs'>, at: Date): Promise<void> {
    await this.#database
      .updateTable('runs')
      .set({
        settings: JSON.stringify(settings),
        inputs: jsonOrNull(inputs),
        updated_at: at.toISOString(),
      })
      .where('id', '=', id)
      .execute();
  }

  async latestOn(kind: string, subject: string): Promise<Run | null> {
    const row = await this.#database
      .selectFrom('runs')
      .selectAll()
      .where('kind', '=', kind)
      .where('subject', '=', subject)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? null : runFromRow(row);
  }

  /** The runs whose id begins so; two at most, which is enough to see a clash. */
  async withIdPrefix(kind: string, prefix: string): Promise<Run[]> {
    const rows = await this.#database
      .selectFrom('runs')
      .selectAll()
      .where(beginsWith('id', prefix))
      .where('kind', '=', kind)
      .limit(2)
      .execute();
    return rows.map(runFromRow);
  }

  /** The runs that a process is at. */
  async heldBy(owner: RunOwner): Promise<Run[]> {
    const rows = await this.#database.selectFrom('runs').selectAll().where(isOwnedBy(owner)).execute();
    return rows.map(runFromRow);
  }

  /** The runs that pass a filter, the newest first, a page of them. */
  async list(filter: RunFilter, { limit, after }: Page<readonly [at: string, id: string]>): Promise<Run[]> {
    let query = this.#filtered(filter).selectAll('r');
    if (after !== undefined) query = query.where(isBehind(['r.created_at', 'r.id'], 'desc', after));
    const rows = await query.orderBy('r.created_at', 'desc').orderBy('r.id', 'desc').limit(limit).execute();
    return rows.map(runFromRow);
  }

  /** How many pass it. */
  count(filter: RunFilter): Promise<BoundedCount> {
    return countRows(this.#database, this.#filtered(filter).select('r.id').limit(ONE_MORE));
  }

  #filtered({ kind, subject, project, status, hidden }: RunFilter) {
    let query = this.#database.selectFrom('runs as r').where('r.kind', '=', kind);
    if (subject !== undefined) query = query.where('r.subject', '=', subject);
    if (project !== undefined) query = query.where('r.project_id', '=', project);
    if (status !== undefined) query = query.where('r.status', '=', status);
    if (hidden !== undefined) query = query.where(notHidden('r.project_id', hidden));
    return query;
  }

  async steps(run: RunId): Promise<RunStep[]> {
    const rows = await this.#database
      .selectFrom('run_steps')
      .selectAll()
      .where('run_id', '=', run)
      .orderBy('position')
      .execute();
    return rows.map(stepFromRow);
  }

  async take(run: RunId, owner: RunOwner, replaces: RunOwner | null, at: Date): Promise<boolean> {
    const { numUpdatedRows } = await this.#database
      .updateTable('runs')
      .set({
        status: 'running',
        ...ownerColumns(owner),
        ...problemColumns(null),
        outputs: null,
        updated_at: at.toISOString(),
      })
      .where('id', '=', run)
      .where(isFreeOf(replaces))
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  async leave(
    run: RunId,
    owner: RunOwner,
    status: Exclude<RunStatus, 'running'>,
    problem: RunProblem | null,
    at: Date,
  ): Promise<void> {
    await this.#rest(run, owner, { status, ...problemColumns(problem) }, at);
  }

  async complete(run: RunId, owner: RunOwner, outputs: Json, at: Date): Promise<void> {
    await this.#rest(run, owner, { status: 'completed', outputs: jsonOrNull(outputs) }, at);
  }

  async #rest(run: RunId, owner: RunOwner, columns: Updateable<RunsTable>, at: Date): Promise<void> {
    await inTransaction(this.#database, [`run:${run}`], async (transaction) => {
      await touchOwn(transaction, run, owner, at);
      await transaction
        .updateTable('runs')
        .set({ ...columns, ...ownerColumns(null) })
        .where('id', '=', run)
        .execute();
    });
  }

  async cancel(run: RunId, at: Date): Promise<boolean> {
    const { numUpdatedRows } = await this.#database
      .updateTable('runs')
      .set({ cancelled_at: at.toISOString(), updated_at: at.toISOString() })
      .where('id', '=', run)
      .where('status', '!=', 'completed')
      .where('cancelled_at', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  /** Numbers are given inside the transaction, which holds the write lock: no two tries share one. */
  begin(run: RunId, owner: RunOwner, key: string, at: Date): Promise<RunStep> {
    return inTransaction(this.#database, [`run:${run}`], async (transaction) => {
      await touchOwn(transaction, run, owner, at);
      const { position, attempt } = await lastNumbers(transaction, run, key);
      const row = await transaction
        .insertInto('run_steps')
        .values({
          run_id: run,
          position: position + 1,
          key,
          attempt: attempt + 1,
          status: 'started',
          started_at: at.toISOString(),
          output: 'null',
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      return stepFromRow(row);
    });
  }

  async finish(run: RunId, owner: RunOwner, position: number, end: StepEnd): Promise<void> {
    await inTransaction(this.#database, [`run:${run}`], async (transaction) => {
      await touchOwn(transaction, run, owner, end.at);
      await transaction
        .updateTable('run_steps')
        .set({
          status: end.status,
          finished_at: end.at.toISOString(),
          output: JSON.stringify(end.output),
          result: jsonOrNull(end.result),
          ...problemColumns(end.problem),
          gate_checksum: end.gate,
          gate_decision: end.gate === null ? null : 'pending',
        })
        .where('run_id', '=', run)
        .where('position', '=', position)
        .execute();
    });
  }

  async decide(
    run: RunId,
    position: number,
    checksum: Gate['checksum'],
    decision: Exclude<GateDecision, { is: 'pending' }>,
    edited?: Json,
  ): Promise<void> {
    await inTransaction(this.#database, [`run:${run}`], async (transaction) => {
      const { numUpdatedRows } = await transaction
        .updateTable('run_steps')
        .set({
          gate_decision: decision.is,
          gate_comment: decision.comment,
          gate_actor: decision.actor,
          gate_at: decision.at.toISOString(),
          ...(edited !== undefined && { result: jsonOrNull(edited) }),
        })
        .where('run_id', '=', run)
        .where('position', '=', position)
        .where('gate_checksum', '=', checksum)
        .where('gate_decision', '=', 'pending')
        .where('status', '!=', 'stale')
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) throw await closedGate(transaction, run, position);
      await touch(transaction, run, decision.at);
    });
  }

  async makeStale(run: RunId, positions: readonly number[]): Promise<void> {
    if (positions.length === 0) return;
    await this.#database
      .updateTable('run_steps')
      .set({ status: 'stale' })
      .where('run_id', '=', run)
      .where('position', 'in', positions)
      .execute();
  }
}

async function lastNumbers(transaction: Transaction<Database>, run: RunId, key: string) {
  const { position, attempt } = await transaction
    .selectFrom('run_steps')
    .select(({ fn }) => fn.max('position').as('position'))
    .select(({ fn }) => fn.max('attempt').filterWhere('key', '=', key).as('attempt'))
    .where('run_id', '=', run)
    .executeTakeFirstOrThrow();
  return { position: Number(position ?? 0), attempt: Number(attempt ?? 0) };
}

async function touch(transaction: Transaction<Database>, run: RunId, at: Date): Promise<void> {
  await transaction.updateTable('runs').set({ updated_at: at.toISOString() }).where('id', '=', run).execute();
}

/**
 * Says that its owner is at it.
 * @throws RunBusyError when another process has taken it over: what the former owner still does is no part of it
 */
async function touchOwn(
  transaction: Transaction<Database>,
  id: RunId,
  owner: RunOwner,
  at: Date,
): Promise<void> {
  const { numUpdatedRows } = await transaction
    .updateTable('runs')
    .set({ updated_at: at.toISOString() })
    .where('id', '=', id)
    .where(isOwnedBy(owner))
    .executeTakeFirst();
  if (numUpdatedRows === 1n) return;
  const row = await transaction.selectFrom('runs').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const run = runFromRow(row);
  throw new RunBusyError(run, run.owner);
}

/** Says why a gate cannot be decided. */
async function closedGate(
  transaction: Transaction<Database>,
  run: RunId,
  position: number,
): Promise<GateClosedError> {
  const step = await transaction
    .selectFrom('run_steps')
    .select(['key', 'gate_decision', 'gate_actor', 'status'])
    .where('run_id', '=', run)
    .where('position', '=', position)
    .executeTakeFirst();
  const hint = 'Look at where the run stands, and decide what is open.';
  if (step === undefined || step.gate_decision === null)
    return new GateClosedError(`Step ${position} of run ${run} waits for no decision.`, { hint });
  if (step.gate_decision !== 'pending')
    return new GateClosedError(`"${step.key}" was ${step.gate_decision} already, by ${step.gate_actor}.`, {
      hint,
    });
  if (step.status === 'stale')
    return new GateClosedError(`What "${step.key}" brought forth does not count any more.`, { hint });
  return new GateClosedError(`What "${step.key}" brought forth is not what was shown any more.`, {
    hint: 'Look at it again, then decide.',
  });
}
