import type { Insertable, Kysely, Transaction } from 'kysely';
import type { AttemptId, ExecutionId } from '../base/ids.js';
import type { CostCeilingError } from '../engine/execution/errors.js';
import type { ExecutionStatus, NanoDollars, NewExecution } from '../engine/execution/execution.js';
import type {
  BegunExecution,
  CachedAnswer,
  CacheEntry,
  CallEnd,
  Ceilings,
  ExecutionEnd,
  ExecutionJournal,
  NewCall,
} from '../engine/execution/execution-journal.js';
import {
  inBatch,
  inOptimization,
  inRun,
  inSession,
  type RunPlace,
} from '../engine/execution/execution-place.js';
import type { OptimizationBusyError } from '../engine/optimize/optimization-busy-error.js';
import { answerItem, writeAnswered } from './answered-items.js';
import { reserveFor, settleFor } from './batch-executions.js';
import { totalsStatements } from './batch-totals.js';
import { beginItem, begunStatements, itemExecutionsInsert, writeBegun } from './begun-items.js';
import { countHit, findCached, findCacheEntries, keptStatements } from './cache-entries.js';
import { certainly } from './certainly.js';
import { endExecution, writeEnded } from './ended-executions.js';
import { brokenCeiling, leftUnder } from './execution-ceilings.js';
import { type KeptMessages, keptMessages } from './execution-messages.js';
import { callsInsert, insertAttachments, insertToolUses, settleStatements } from './execution-parts.js';
import { endedColumns, executionToRow } from './execution-row.js';
import { indexLater, indexStatements } from './execution-search-index.js';
import { GatheredLookups } from './gathered-lookups.js';
import { GroupCommit } from './group-commit.js';
import { inOneGo, sayAll } from './in-one-go.js';
import { insertOptimizationCall, touchHeld } from './optimization-calls.js';
import type { Database, ExecutionsTable } from './schema.js';
import { insertPlace } from './session-executions.js';
import type { WriteLock } from './transaction.js';

/** The journal of executions in a database. Calls that are made at the same time share transactions and questions. */
export class ExecutionJournalStore implements ExecutionJournal {
  readonly #database: Kysely<Database>;
  readonly #group: GroupCommit;
  readonly #cacheEntries: GatheredLookups<CacheEntry>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
    this.#group = new GroupCommit(database, writeDue);
    this.#cacheEntries = new GatheredLookups((keys) => findCacheEntries(database, keys));
  }

  async begin(execution: NewExecution, call: NewCall, ceilings: Ceilings): Promise<void> {
    const kept = keptMessages(execution.messages);
    const write = () =>
      this.#group.write(locksFor(execution, ceilings), async (transaction) => {
        const refused =
          (await takenFrom(transaction, execution)) ??
          (await refusedBy(transaction, execution, call, ceilings));
        if (refused === null) await beginExecution(transaction, execution, kept, call);
        return refused;
      });
    const broken = await this.#once(execution, write, 'running');
    if (broken !== null) throw broken;
  }

  async next(execution: BegunExecution, ended: CallEnd, call: NewCall, ceilings: Ceilings): Promise<void> {
    const broken = await this.#group.write(locksFor(execution, ceilings), async (transaction) => {
      await endCall(transaction, execution, ended);
      const refused = await refusedBy(transaction, execution, call, ceilings);
      if (refused === null) await beginCall(transaction, execution, call);
      return refused;
    });
    // Thrown outside of the transaction: what the call before has cost is kept, whatever becomes of the next.
    if (broken !== null) throw broken;
  }

  left(execution: BegunExecution, ceilings: Ceilings): Promise<NanoDollars | null> {
    return leftUnder(this.#database, execution, ceilings);
  }

  async finish(execution: BegunExecution, call: CallEnd, end: ExecutionEnd): Promise<void> {
    const write = () =>
      this.#group.write([], async (transaction) => {
        endExecution(transaction, { execution, call, end });
        return null;
      });
    await this.#once(execution, write, end.status);
  }

  async answerFromCache(execution: NewExecution, answer: CachedAnswer): Promise<boolean> {
    const { cacheKey } = execution;
    const kept = keptMessages(execution.messages);
    const row = {
      ...executionToRow(execution, kept.json),
      ...endedColumns(cachedEnd(execution, answer)),
      answered_by: answer.execution,
    };
    const write = () =>
      this.#group.write([], async (transaction) => {
        const isGone = cacheKey !== null && !(await countHit(transaction, cacheKey, answer, execution.at));
        if (isGone) return 'gone' as const;
        await answerExecution(transaction, execution, row, kept);
        return null;
      });
    return (await this.#once(execution, write, 'succeeded')) === null;
  }

  /** Writes once what leaves an execution in a status, also when the store breaks off on the way. */
  #once<Refusal>(
    { id }: Pick<BegunExecution, 'id'>,
    write: () => Promise<Refusal | null>,
    status: ExecutionStatus,
  ): Promise<Refusal | null> {
    return certainly(this.#database, write, async (transaction) => {
      const row = await transaction
        .selectFrom('executions')
        .select('status')
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.status === status ? null : undefined;
    });
  }

  cached(key: string, notBefore: Date): Promise<CachedAnswer | null> {
    return findCached(this.#database, key, notBefore);
  }

  cacheEntry(key: string): Promise<CacheEntry | null> {
    return this.#cacheEntries.find(key);
  }

  async becameAttempt(execution: ExecutionId, attempt: AttemptId): Promise<void> {
    const { numUpdatedRows } = await this.#database
      .updateTable('orchestration_executions')
      .set({ attempt_id: attempt })
      .where('execution_id', '=', execution)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`execution ${execution} is not one of a session`);
  }
}

/** What is spent is added up in one piece under a ceiling, while nobody spends more: no two calls take the same money. */
function locksFor({ place }: BegunExecution, { run, session, batch, workflow, day }: Ceilings): WriteLock[] {
  const isShared = [run, session, workflow, day].every((ceiling) => ceiling === null);
  const spending = isShared ? 'spending:shared' : 'spending';
  const item = inBatch(place);
  return item === null || batch === null ? [spending] : [spending, `batch:${item.batch}`];
}

/** The ceiling that a call might break; what begins in the same transaction counts, too. */
async function refusedBy(
  transaction: Transaction<Database>,
  execution: BegunExecution,
  call: NewCall,
  ceilings: Ceilings,
): Promise<CostCeilingError | null> {
  if (ceilings.day !== null) await writeBegun(transaction);
  return brokenCeiling(transaction, execution, call, ceilings);
}

/** Many begin at the same time in batches only. */
async function beginExecution(
  transaction: Transaction<Database>,
  execution: NewExecution,
  kept: KeptMessages,
  call: NewCall,
): Promise<void> {
  const row = executionToRow(execution, kept.json);
  const item = inBatch(execution.place);
  if (item === null || kept.attachments.length > 0) {
    await insertExecution(transaction, row, execution, kept);
    await beginCall(transaction, execution, call);
    return;
  }
  beginItem(transaction, { execution: { ...row, id: execution.id }, place: item, call });
  reserveFor(transaction, item, call.reserved);
}

/** Many are answered at the same time in batches only. */
async function answerExecution(
  transaction: Transaction<Database>,
  execution: NewExecution,
  row: Insertable<ExecutionsTable>,
  kept: KeptMessages,
): Promise<void> {
  const item = inBatch(execution.place);
  if (item === null) indexLater(transaction, await insertExecution(transaction, row, execution, kept));
  else {
    const { attachments } = kept;
    answerItem(transaction, { execution: { ...row, id: execution.id }, place: item, attachments });
  }
}

async function beginCall(
  transaction: Transaction<Database>,
  { id, place }: BegunExecution,
  call: NewCall,
): Promise<void> {
  await callsInsert(transaction, [{ execution: id, call }]).execute();
  const item = inBatch(place);
  if (item !== null) reserveFor(transaction, item, call.reserved);
}

async function endCall(
  transaction: Transaction<Database>,
  { id, place }: BegunExecution,
  ended: CallEnd,
): Promise<void> {
  const calls = [{ execution: id, call: ended }];
  const [settled] = await inOneGo(transaction, (say) => say(settleStatements(transaction, calls)));
  await insertToolUses(transaction, calls);
  const item = inBatch(place);
  if (item !== null && settled !== undefined) settleFor(transaction, item, ended, settled.reserved);
}

/** @returns the number of its row */
async function insertExecution(
  transaction: Transaction<Database>,
  row: Insertable<ExecutionsTable>,
  { id, place }: NewExecution,
  { attachments }: KeptMessages,
): Promise<number> {
  const { number } = await transaction
    .insertInto('executions')
    .values(row)
    .returning('number')
    .executeTakeFirstOrThrow();
  if (attachments.length > 0) await insertAttachments(transaction, id, attachments);
  const [step, item, turn, question] = [
    inSession(place),
    inBatch(place),
    inRun(place),
    inOptimization(place),
  ];
  if (step !== null) await insertPlace(transaction, id, step);
  if (item !== null) await itemExecutionsInsert([{ execution: id, place: item }]).execute(transaction);
  if (turn !== null) await linkToTry(transaction, id, turn);
  if (question !== null) await insertOptimizationCall(transaction, id, question);
  return number;
}

/** What says that another process has the optimisation by now; null when none has, or it is for none. */
async function takenFrom(
  transaction: Transaction<Database>,
  { place, at }: NewExecution,
): Promise<OptimizationBusyError | null> {
  const question = inOptimization(place);
  return question && touchHeld(transaction, question.optimization, question.owner, at);
}

/** The try of a workflow's run says which execution was for it. */
async function linkToTry(
  transaction: Transaction<Database>,
  execution: ExecutionId,
  place: RunPlace,
): Promise<void> {
  await transaction
    .updateTable('run_steps')
    .set({ execution_id: execution })
    .where('run_id', '=', place.run)
    .where('position', '=', place.try)
    .execute();
}

/** What is written once for all that shares a transaction; the row of a batch is held as short as can be. */
async function writeDue(transaction: Transaction<Database>): Promise<void> {
  await writeEnded(transaction);
  await writeAnswered(transaction);
  await sayAll(transaction, [
    ...(await begunStatements(transaction)),
    ...keptStatements(transaction),
    ...indexStatements(transaction),
    ...totalsStatements(transaction),
  ]);
}

/** Nothing was asked, so nothing was used and nothing was paid. */
function cachedEnd({ at }: NewExecution, answer: CachedAnswer): ExecutionEnd {
  return {
    status: 'succeeded',
    at,
    response: answer.response,
    reasoning: answer.reasoning,
    answeredModel: answer.answeredModel,
    finishReason: answer.finishReason,
    usage: { input: 0, cachedInput: 0, cacheWrite: 0, output: 0, reasoning: 0 },
    cost: 0,
    price: null,
    latencyMs: 0,
    firstTokenMs: null,
    problem: null,
    details: {},
    warnings: [],
  };
}
