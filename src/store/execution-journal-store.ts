import type { Insertable, Kysely, Transaction } from 'kysely';
import type { AttemptId, ExecutionId, SessionId } from '../base/ids.js';
import type { NanoDollars, NewExecution } from '../engine/execution/execution.js';
import type {
  CachedAnswer,
  CallEnd,
  Ceilings,
  ExecutionEnd,
  ExecutionJournal,
  NewCall,
} from '../engine/execution/execution-journal.js';
import { countHit, findCached, findCacheEntry, keepInCache } from './cache-entries.js';
import { brokenCeiling, leftUnder } from './execution-ceilings.js';
import { type KeptMessages, keptMessages } from './execution-messages.js';
import { insertAttachments, insertCall, settleCall } from './execution-parts.js';
import { endedColumns, executionToRow } from './execution-row.js';
import { indexLater } from './execution-search-index.js';
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
    this.#group = new GroupCommit(database);
  }

  async begin(execution: NewExecution, call: NewCall, ceilings: Ceilings): Promise<void> {
    const kept = keptMessages(execution.messages);
    const broken = await this.#group.write(locksFor(ceilings), async (transaction) => {
      const owner = { execution: execution.id, session: execution.place?.session ?? null };
      const refused = await brokenCeiling(transaction, owner, call, ceilings);
      if (refused !== null) return refused;
      await insertExecution(transaction, executionToRow(execution, kept.json), execution, kept);
      await insertCall(transaction, execution.id, call);
      return null;
    });
    if (broken !== null) throw broken;
  }

  async next(execution: ExecutionId, ended: CallEnd, call: NewCall, ceilings: Ceilings): Promise<void> {
    const broken = await this.#group.write(locksFor(ceilings), async (transaction) => {
      await settleCall(transaction, execution, ended);
      const session = ceilings.session === null ? null : await sessionOf(transaction, execution);
      const refused = await brokenCeiling(transaction, { execution, session }, call, ceilings);
      if (refused === null) await insertCall(transaction, execution, call);
      return refused;
    });
    // Thrown outside of the transaction: what the call before has cost is kept, whatever becomes of the next.
    if (broken !== null) throw broken;
  }

  left(execution: ExecutionId, session: SessionId | null, ceilings: Ceilings): Promise<NanoDollars | null> {
    return leftUnder(this.#database, { execution, session }, ceilings);
  }

  async finish(execution: ExecutionId, ended: CallEnd, end: ExecutionEnd): Promise<void> {
    await this.#group.write([], async (transaction) => {
      await settleCall(transaction, execution, ended);
      const row = await transaction
        .updateTable('executions')
        .set(endedColumns(end))
        .where('id', '=', execution)
        .where('status', '=', 'running')
        .returning(['number', 'cache_key'])
        .executeTakeFirstOrThrow();
      await indexLater(transaction, row.number);
      if (row.cache_key !== null) await keepInCache(transaction, row.cache_key, execution, end);
    });
  }

  async answerFromCache(execution: NewExecution, answer: CachedAnswer): Promise<void> {
    const kept = keptMessages(execution.messages);
    const row = {
      ...executionToRow(execution, kept.json),
      ...endedColumns(cachedEnd(execution, answer)),
      answered_by: answer.execution,
    };
    await this.#group.write([], async (transaction) => {
      const number = await insertExecution(transaction, row, execution, kept);
      await indexLater(transaction, number);
      if (execution.cacheKey !== null) await countHit(transaction, execution.cacheKey, execution.at);
    });
  }

  cached(key: string, notBefore: Date): Promise<CachedAnswer | null> {
    return findCached(this.#database, key, notBefore);
  }

  cacheEntry(key: string): Promise<Pick<CachedAnswer, 'execution' | 'at'> | null> {
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
function locksFor({ run, session, day }: Ceilings): WriteLock[] {
  return run === null && session === null && day === null ? ['spending:shared'] : ['spending'];
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
  if (place !== null) await insertPlace(transaction, id, place);
  return number;
}

async function sessionOf(
  transaction: Transaction<Database>,
  execution: ExecutionId,
): Promise<SessionId | null> {
  const row = await transaction
    .selectFrom('orchestration_executions')
    .select('session_id')
    .where('execution_id', '=', execution)
    .executeTakeFirst();
  return row === undefined ? null : (row.session_id as SessionId);
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
