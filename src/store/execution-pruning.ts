import { type Kysely, type SqlBool, sql, type Transaction } from 'kysely';
import type { ExecutionStatus } from '../engine/execution/execution.js';
import { notHidden } from './not-hidden.js';
import type { Database } from './schema.js';
import type { Hidden } from './standing.js';
import { inTransaction } from './transaction.js';

/** What is still running is never too old. */
type EndedStatus = Exclude<ExecutionStatus, 'running'>;

/** Which executions are too old to be kept. */
export interface PruneLimits {
  /** Those that were begun before this time. */
  readonly before: Date;
  /** What is done with those of sessions. Pasted answers are kept in any case: they are their sessions' own. */
  readonly ofSessions: 'keep' | 'remove';
  /** What has to have become of them. */
  readonly statuses: readonly EndedStatus[];
  /** Those stay. */
  readonly hidden?: Hidden | undefined;
}

/** What was removed. */
export interface PrunedExecutions {
  readonly executions: number;
  /** The answers among them that the cache would have given again. */
  readonly cacheEntries: number;
}

/** Others can write between two chunks. */
const CHUNK = 500;

export async function prunable(database: Kysely<Database>, limits: PruneLimits): Promise<number> {
  const { count } = await tooOld(database, limits)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Removes what is too old, with its calls, tool uses and attachments. What is still running stays. */
export async function prune(database: Kysely<Database>, limits: PruneLimits): Promise<PrunedExecutions> {
  let executions = 0;
  let cacheEntries = 0;
  for (;;) {
    const removed = await inTransaction(database, [], (transaction) => removeChunk(transaction, limits));
    if (removed.executions === 0) return { executions, cacheEntries };
    executions += removed.executions;
    cacheEntries += removed.cacheEntries;
  }
}

async function removeChunk(
  transaction: Transaction<Database>,
  limits: PruneLimits,
): Promise<PrunedExecutions> {
  const rows = await tooOld(transaction, limits).select('e.id').limit(CHUNK).execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return { executions: 0, cacheEntries: 0 };
  const cached = await transaction
    .deleteFrom('cache_entries')
    .where('execution_id', 'in', ids)
    .executeTakeFirst();
  await transaction.deleteFrom('executions').where('id', 'in', ids).execute();
  return { executions: ids.length, cacheEntries: Number(cached.numDeletedRows) };
}

function tooOld(database: Kysely<Database>, { before, ofSessions, statuses, hidden }: PruneLimits) {
  const old = database
    .selectFrom('executions as e')
    .where('e.created_at', '<', before.toISOString())
    .where('e.status', 'in', statuses);
  const query = hidden === undefined ? old : old.where(notHidden('e.project_id', hidden));
  const linked = sql`select 1 from orchestration_executions l where l.execution_id = e.id`;
  return ofSessions === 'keep'
    ? query.where(sql<SqlBool>`not exists (${linked})`)
    : query.where(sql<SqlBool>`not (e.kind = 'pasted' and exists (${linked}))`);
}
