import type { Kysely, Transaction } from 'kysely';
import type { ExecutionId } from '../base/ids.js';
import { appendAudit } from './audit-store.js';
import { capabilitiesOf } from './dialects/capabilities.js';
import { indexExecutions } from './execution-search-index.js';
import { redactOne } from './redact-one.js';
import { redactRuns } from './run-redaction.js';
import type { Database } from './schema.js';
import { type RemovedKind, SecretRemoval } from './secret-removal.js';
import { redactSessionRecord } from './session-record-redaction.js';
import { redactSession } from './session-redaction.js';
import { inTransaction } from './transaction.js';

/** What shall be taken out of an execution. */
export interface ExecutionRedaction {
  readonly execution: ExecutionId;
  /** Texts to remove, besides what looks like a credential. */
  readonly texts: readonly string[];
  readonly actor: string;
  readonly at: Date;
  /** Why, in words; it must not hold what is removed. */
  readonly note: string | null;
}

/** What was taken out. */
export interface RedactedExecution {
  /** How many places were blacked out; none when nothing was found, and then nothing was changed. */
  readonly removed: number;
  /** The same by what they look like. */
  readonly kinds: readonly RemovedKind[];
  /** The executions that were changed: the one that was named, and those that share its texts. */
  readonly executions: readonly ExecutionId[];
  /** The attempts of sessions that were changed. */
  readonly attempts: readonly string[];
}

/**
 * Takes credentials and given texts out of an execution, in one transaction: out of its messages, its answer and
 * the reasoning, its tool uses, calls and attachments, out of the executions that have the same answer from the
 * cache, and out of all executions and attempts of their sessions, because what an answer says is in the prompts
 * after it; and out of these sessions themselves, their runs and ratings. The cache forgets the answers. The audit
 * log says that it was done, not what was removed.
 *
 * The file keeps nothing of it either: it is written anew from what there still is, because pages keep remains of
 * rows that were moved long before; and the log of changes is emptied, as far as nobody else reads the store at
 * that moment. That takes seconds for a large store. A server gives the rows' room free; its own log of changes and
 * its backups are for its administrator to let go of.
 */
export async function redactExecution(
  database: Kysely<Database>,
  redaction: ExecutionRedaction,
): Promise<RedactedExecution> {
  const { overwriteRemoved, purge } = capabilitiesOf(database);
  await overwriteRemoved(database);
  const redacted = await inTransaction(database, ['store'], (transaction) =>
    redactShared(transaction, redaction),
  );
  if (redacted.removed === 0) return redacted;
  await purge(database);
  return redacted;
}

/** What {@link redactExecution} would take out: it is done, and taken back. */
export async function previewRedaction(
  database: Kysely<Database>,
  redaction: ExecutionRedaction,
): Promise<RedactedExecution> {
  try {
    return await inTransaction(database, ['store'], async (transaction) => {
      throw new TakenBack(await redactShared(transaction, redaction));
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.redacted;
    throw error;
  }
}

/** Ends a transaction without leaving anything of it. */
class TakenBack extends Error {
  readonly redacted: RedactedExecution;

  constructor(redacted: RedactedExecution) {
    super('taken back');
    this.redacted = redacted;
  }
}

async function redactShared(
  transaction: Transaction<Database>,
  redaction: ExecutionRedaction,
): Promise<RedactedExecution> {
  const removal = new SecretRemoval(redaction.texts);
  const { ids, sessions } = await concerned(transaction, redaction.execution);
  const executions: ExecutionId[] = [];
  for (const id of ids) {
    if (await redactOne(transaction, id, removal, redaction.at)) executions.push(id);
  }
  const attempts: string[] = [];
  for (const session of sessions) {
    attempts.push(...(await redactSession(transaction, session, removal)));
    await redactSessionRecord(transaction, session, removal);
    await redactRuns(transaction, session, removal);
  }
  executions.push(...(await markPasted(transaction, attempts, redaction.at)));
  const redacted = { removed: removal.found, kinds: removal.kinds, executions, attempts };
  if (removal.found > 0) await conclude(transaction, redaction, ids, redacted);
  return redacted;
}

/** The executions that have the same texts, and the sessions that have. */
interface Concerned {
  readonly ids: readonly ExecutionId[];
  readonly sessions: readonly string[];
}

/**
 * The execution, the one that the cache had its answer from, all that had theirs from the same, and all of the
 * sessions of these: an answer stands in the questions that come after it.
 */
async function concerned(transaction: Transaction<Database>, execution: ExecutionId): Promise<Concerned> {
  const { answered_by } = await transaction
    .selectFrom('executions')
    .select('answered_by')
    .where('id', '=', execution)
    .executeTakeFirstOrThrow();
  const origin = answered_by ?? execution;
  const sharing = await transaction
    .selectFrom('executions as e')
    .leftJoin('orchestration_executions as l', 'l.execution_id', 'e.id')
    .select(['e.id', 'l.session_id'])
    .where(({ or, eb }) => or([eb('e.id', 'in', [execution, origin]), eb('e.answered_by', '=', origin)]))
    .orderBy('e.number')
    .execute();
  const sessions = [...new Set(sharing.flatMap(({ session_id }) => session_id ?? []))];
  const ids = new Set([...sharing.map(({ id }) => id), ...(await executionsOf(transaction, sessions))]);
  return { ids: [...ids] as ExecutionId[], sessions };
}

async function executionsOf(
  transaction: Transaction<Database>,
  sessions: readonly string[],
): Promise<string[]> {
  if (sessions.length === 0) return [];
  const rows = await transaction
    .selectFrom('orchestration_executions')
    .select('execution_id')
    .where('session_id', 'in', sessions)
    .execute();
  return rows.map(({ execution_id }) => execution_id);
}

/** A pasted answer is in its attempt: the execution is redacted when the attempt is. */
async function markPasted(
  transaction: Transaction<Database>,
  attempts: readonly string[],
  at: Date,
): Promise<ExecutionId[]> {
  if (attempts.length === 0) return [];
  const rows = await transaction
    .updateTable('executions')
    .set({ redacted_at: at.toISOString() })
    .where('kind', '=', 'pasted')
    .where('id', 'in', (query) =>
      query.selectFrom('orchestration_executions').select('execution_id').where('attempt_id', 'in', attempts),
    )
    .returning('id')
    .execute();
  return rows.map(({ id }) => id as ExecutionId);
}

/** Brings what was made of the texts to what they are now, and puts the redaction on record. */
async function conclude(
  transaction: Transaction<Database>,
  { execution, actor, at, note }: ExecutionRedaction,
  ids: readonly ExecutionId[],
  { removed, executions, attempts }: RedactedExecution,
): Promise<void> {
  await transaction.deleteFrom('cache_entries').where('execution_id', 'in', ids).execute();
  await indexAnew(transaction, ids);
  await capabilitiesOf(transaction).search.executionWords.purge(transaction);
  await appendAudit(transaction, {
    at,
    actor,
    action: 'execution.redacted',
    subject: { kind: 'execution', id: execution, name: execution },
    before: null,
    after: { removed, executions, attempts },
    note,
    forced: false,
  });
}

/** Those that run are not in the index yet. */
async function indexAnew(transaction: Transaction<Database>, ids: readonly string[]): Promise<void> {
  const rows = await transaction
    .selectFrom('executions')
    .select('number')
    .where('id', 'in', ids)
    .where('status', '!=', 'running')
    .execute();
  await indexExecutions(
    transaction,
    rows.map(({ number }) => number),
  );
}
