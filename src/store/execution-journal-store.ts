import type { Insertable, Kysely, Transaction } from 'kysely';
import type { AttemptId, ExecutionId } from '../base/ids.js';
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
import { inBatch, inRun, inSession, type RunPlace } from '../engine/execution/execution-place.js';
import { endItem, insertItemExecution, reserveFor, settleFor } from './batch-executions.js';
import { writeTotals } from './batch-totals.js';
import { countHit, findCached, findCacheEntry, isKept, keepInCache } from './cache-entries.js';
import { certainly } from './certainly.js';
import { brokenCeiling, leftUnder } from './execution-ceilings.js';
import { type KeptMessages, keptMessages } from './execution-messages.js';
import { insertAttachments, insertCall, settleCall } from './execution-parts.js';
import { endedColumns, executionToRow } from './execution-row.js';
import { indexLater, writeIndexDue } from './execution-search-index.js';
import { GroupCommit } from './group-commit.js';
import type { Database, ExecutionsTable } from './schema.js';
import { insertPlace } from './session-executions.js';
import type { WriteLock } from './transaction.js';

/** The journal of executions in a database. Calls that are made at the same time share a transaction. */
export class ExecutionJournalStore implements ExecutionJournal {
  readonly #database: Kysely<Database>;
  readonly #group: GroupCommit;

  constructor(database: Kysely<Database>) {
    this.#database = database;
    this.#group = new GroupCommit(database, writeSums);
  }

  async begin(execution: NewExecution, call: NewCall, ceilings: Ceilings): Promise<void> {
    const kept = keptMessages(execution.messages);
    const write = () =>
      this.#group.write(locksFor(execution, ceilings), async (transaction) => {
        const refused = await brokenCeiling(transaction, execution, call, ceilings);
        if (refused !== null) return refused;
        await insertExecution(transaction, executionToRow(execution, kept.json), execution, kept);
        await beginCall(transaction, execution, call);
        return null;
      });
    const broken = await this.#once(execution, write, 'running');
    if (broken !== null) throw broken;
  }

  async next(execution: BegunExecution, ended: CallEnd, call: NewCall, ceilings: Ceilings): Promise<void> {
    const broken = await this.#group.write(locksFor(execution, ceilings), async (transaction) => {
      await endCall(transaction, execution, ended);
      const refused = await brokenCeiling(transaction, execution, call, ceilings);
      if (refused === null) await beginCall(transaction, execution, call);
      return refused;
    });
    // Thrown outside of the transaction: what the call before has cost is kept, whatever becomes of the next.
    if (broken !== null) throw broken;
  }

  left(execution: BegunExecution, ceilings: Ceilings): Promise<NanoDollars | null> {
    return leftUnder(this.#database, execution, ceilings);
  }

  async finish({ id, place }: BegunExecution, ended: CallEnd, end: ExecutionEnd): Promise<void> {
    const write = () =>
      this.#group.write([], async (transaction) => {
        await endCall(transaction, { id, place }, ended);
        const row = await transaction
          .updateTable('executions')
          .set(endedColumns(end))
          .where('id', '=', id)
          .where('status', '=', 'running')
          .returning(['number', 'cache_key'])
          .executeTakeFirstOrThrow();
        indexLater(transaction, row.number);
        if (row.cache_key !== null) await keepInCache(transaction, row.cache_key, id, end);
        const item = inBatch(place);
        if (item !== null) await endItem(transaction, id, item, end, ended.number);
        return null;
      });
    await this.#once({ id }, write, end.status);
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
        if (cacheKey !== null && !(await isKept(transaction, cacheKey, answer))) return 'gone' as const;
        const number = await insertExecution(transaction, row, execution, kept);
        indexLater(transaction, number);
        const item = inBatch(execution.place);
        if (item !== null) await endItem(transaction, execution.id, item, succeeded, 0);
        if (cacheKey !== null) await countHit(transaction, cacheKey, execution.at);
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
    return findCacheEntry(this.#database, key);
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

async function beginCall(
  transaction: Transaction<Database>,
  { id, place }: BegunExecution,
  call: NewCall,
): Promise<void> {
  await insertCall(transaction, id, call);
  const item = inBatch(place);
  if (item !== null) reserveFor(transaction, item, call.reserved);
}

async function endCall(
  transaction: Transaction<Database>,
  { id, place }: BegunExecution,
  ended: CallEnd,
): Promise<void> {
  const settled = await settleCall(transaction, id, ended);
  const item = inBatch(place);
  if (item !== null && settled !== null) settleFor(transaction, item, ended, settled.reserved);
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
  const [step, item, turn] = [inSession(place), inBatch(place), inRun(place)];
  if (step !== null) await insertPlace(transaction, id, step);
  if (item !== null) await insertItemExecution(transaction, id, item);
  if (turn !== null) await linkToTry(transaction, id, turn);
  return number;
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
async function writeSums(transaction: Transaction<Database>): Promise<void> {
  await writeIndexDue(transaction);
  await writeTotals(transaction);
}

const succeeded = { status: 'succeeded', problem: null } as const;

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
