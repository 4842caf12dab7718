import { type CompiledQuery, type Insertable, type Kysely, sql, type Transaction } from 'kysely';
import type { ExecutionId } from '../base/ids.js';
import type { CachedAnswer, CacheEntry, ExecutionEnd } from '../engine/execution/execution-journal.js';
import type { FinishReason } from '../models/spec/model-answer.js';
import { inChunks } from './in-chunks.js';
import type { CacheEntriesTable, Database } from './schema.js';
import { usageColumnNames, usageFromRow } from './usage-columns.js';

/** What is to be kept in transactions that are on their way, by the questions. */
const due = new WeakMap<Transaction<Database>, Map<string, Insertable<CacheEntriesTable>>>();

/**
 * Keeps a whole answer for those who ask the same, in place of an older one, at the end of the transaction: many with
 * one statement. Others are not kept: one that met its limit may break off anywhere. Whoever calls it has to see to it
 * that what {@link keptStatements} gives is said.
 */
export function keepInCache(
  transaction: Transaction<Database>,
  key: string,
  execution: ExecutionId,
  { status, at, response, reasoning, finishReason }: ExecutionEnd,
): void {
  if (status !== 'succeeded' || response === null || finishReason !== 'stop') return;
  const kept = due.get(transaction) ?? new Map<string, Insertable<CacheEntriesTable>>();
  due.set(transaction, kept);
  kept.set(key, {
    key,
    execution_id: execution,
    created_at: at.toISOString(),
    last_used_at: at.toISOString(),
    size: Buffer.byteLength(response) + Buffer.byteLength(reasoning ?? ''),
    hits: 0,
  });
}

/** What keeps it; then it is not due any more. All do it in one order, so that no two wait for each other. */
export function keptStatements(transaction: Transaction<Database>): CompiledQuery[] {
  const kept = due.get(transaction);
  due.delete(transaction);
  if (kept === undefined) return [];
  const rows = [...kept.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
  const statement = transaction
    .insertInto('cache_entries')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet(({ ref }) => ({
        execution_id: ref('excluded.execution_id'),
        created_at: ref('excluded.created_at'),
        last_used_at: ref('excluded.last_used_at'),
        size: ref('excluded.size'),
      })),
    );
  return [statement.compile()];
}

export async function findCached(
  database: Kysely<Database>,
  key: string,
  notBefore: Date,
): Promise<CachedAnswer | null> {
  const row = await database
    .selectFrom('cache_entries as c')
    .innerJoin('executions as e', 'e.id', 'c.execution_id')
    .select(['e.id', 'c.created_at', 'e.response', 'e.reasoning', 'e.answered_model', 'e.finish_reason'])
    .select(usageColumnNames)
    .where('c.key', '=', key)
    .where('c.created_at', '>=', notBefore.toISOString())
    .executeTakeFirst();
  if (row === undefined || row.response === null || row.finish_reason === null) return null;
  return {
    execution: row.id as ExecutionId,
    at: new Date(row.created_at),
    response: row.response,
    reasoning: row.reasoning,
    answeredModel: row.answered_model,
    finishReason: row.finish_reason as FinishReason,
    usage: usageFromRow(row),
  };
}

/** Whose answers are kept for questions, and since when. */
export async function findCacheEntries(
  database: Kysely<Database>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, CacheEntry>> {
  const rows = await inChunks(keys, (chunk) =>
    database
      .selectFrom('cache_entries')
      .select(['key', 'execution_id', 'created_at'])
      .where('key', 'in', chunk)
      .execute(),
  );
  return new Map(
    rows.map(({ key, execution_id: execution, created_at: at }) => [
      key,
      { execution: execution as ExecutionId, at: new Date(at) },
    ]),
  );
}

/**
 * Counts that an answer was given again.
 *
 * @returns false when it is not the one any more that is kept for the question
 */
export async function countHit(
  transaction: Transaction<Database>,
  key: string,
  answer: CacheEntry,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('cache_entries')
    .set({ hits: sql`hits + 1`, last_used_at: at.toISOString() })
    .where('key', '=', key)
    .where('execution_id', '=', answer.execution)
    .where('created_at', '=', answer.at.toISOString())
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
