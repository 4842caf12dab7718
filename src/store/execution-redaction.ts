import type { Kysely, Transaction } from 'kysely';
import type { AttemptId, ExecutionId, RunId, SessionId } from '../base/ids.js';
import type { NewAuditEntry } from '../prompts/audit-entry.js';
import { appendAudit } from './audit-store.js';
import { redactBatches } from './batch-redaction.js';
import { capabilitiesOf } from './dialects/capabilities.js';
import { indexExecutions } from './execution-search-index.js';
import { inChunks } from './in-chunks.js';
import { redactOptimizations } from './optimization-redaction.js';
import { redactExecutions } from './redact-executions.js';
import { type RedactionSubject, reachOf } from './redaction-reach.js';
import { RowRedaction } from './row-redaction.js';
import { redactRuns, redactWorkflowRuns } from './run-redaction.js';
import type { Database } from './schema.js';
import { type RemovedKind, SecretRemoval } from './secret-removal.js';
import { sessionBatches } from './session-batches.js';
import { redactSessionRecords } from './session-record-redaction.js';
import { redactAttempts } from './session-redaction.js';
import { inTransaction } from './transaction.js';

/** What shall be taken out of what. */
export interface ExecutionRedaction {
  readonly subject: RedactionSubject;
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
  /** The executions that were changed: those that were meant, and those that share their texts. */
  readonly executions: readonly ExecutionId[];
  /** The attempts of sessions that were changed. */
  readonly attempts: readonly AttemptId[];
  /** The runs of workflows that were changed. */
  readonly runs: readonly RunId[];
  /** How many rows of batches were changed, each repetition counted. */
  readonly rows: number;
}

/**
 * Takes credentials and given texts out of executions, in one transaction: out of their messages, answers and
 * reasoning, tool uses, calls and attachments, out of the executions that have the same answers from the cache, and
 * out of all executions and attempts of their sessions, because what an answer says is in the prompts after it; out
 * of these sessions themselves, their runs and ratings, out of the runs of workflows, out of optimisations, and out of
 * rows of batches. The cache forgets the answers. The audit log says that it was done, not what was removed.
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
  const rows = new RowRedaction(transaction, removal);
  const reach = await reachOf(transaction, redaction.subject);
  const asked = await redactExecutions(rows, reach.executions, redaction.at);
  const attempts = await redactSessions(rows, reach.sessions);
  const runs = await redactWorkflowRuns(rows, reach.runs);
  const changedRows = await redactBatches(rows, reach.batches);
  await redactOptimizations(rows, reach.optimizations);
  const pasted = await markPasted(transaction, attempts, redaction.at);
  const { found, kinds } = removal;
  const executions = [...asked, ...pasted];
  const redacted = { removed: found, kinds, executions, attempts, runs, rows: changedRows };
  if (found > 0) await conclude(transaction, redaction, reach.executions, redacted);
  return redacted;
}

/** @returns the ids of the attempts that were changed */
async function redactSessions(rows: RowRedaction, sessions: readonly SessionId[]): Promise<AttemptId[]> {
  const attempts: AttemptId[] = [];
  for await (const batch of sessionBatches(rows.transaction, sessions)) {
    attempts.push(...(await redactAttempts(rows, batch)));
    await redactSessionRecords(rows, batch);
    await redactRuns(rows, batch);
  }
  return attempts;
}

/** A pasted answer is in its attempt: the execution is redacted when the attempt is. */
async function markPasted(
  transaction: Transaction<Database>,
  attempts: readonly string[],
  at: Date,
): Promise<ExecutionId[]> {
  const rows = await inChunks(attempts, (chunk) =>
    transaction
      .updateTable('executions')
      .set({ redacted_at: at.toISOString() })
      .where('kind', '=', 'pasted')
      .where('id', 'in', (query) =>
        query.selectFrom('orchestration_executions').select('execution_id').where('attempt_id', 'in', chunk),
      )
      .returning('id')
      .execute(),
  );
  return rows.map(({ id }) => id as ExecutionId);
}

/** Brings what was made of the texts to what they are now, and puts the redaction on record. */
async function conclude(
  transaction: Transaction<Database>,
  { subject, actor, at, note }: ExecutionRedaction,
  ids: readonly ExecutionId[],
  { kinds: _, ...redacted }: RedactedExecution,
): Promise<void> {
  await inChunks(ids, (chunk) =>
    transaction.deleteFrom('cache_entries').where('execution_id', 'in', chunk).execute(),
  );
  await indexAnew(transaction, ids);
  await capabilitiesOf(transaction).search.executionWords.purge(transaction);
  await appendAudit(transaction, {
    at,
    actor,
    ...auditedAs(subject),
    before: null,
    after: redacted,
    note,
    forced: false,
  });
}

function auditedAs(subject: RedactionSubject): Pick<NewAuditEntry, 'action' | 'subject'> {
  if (subject.kind === 'before') {
    const name = `before ${subject.time.toISOString()}`;
    return { action: 'execution.redacted', subject: { kind: 'execution', id: null, name } };
  }
  const { kind, id } = subject;
  return { action: `${kind}.redacted`, subject: { kind, id, name: id } };
}

/** Those that run are not in the index yet. */
async function indexAnew(transaction: Transaction<Database>, ids: readonly string[]): Promise<void> {
  const rows = await inChunks(ids, (chunk) =>
    transaction
      .selectFrom('executions')
      .select('number')
      .where('id', 'in', chunk)
      .where('status', '!=', 'running')
      .execute(),
  );
  await indexExecutions(
    transaction,
    rows.map(({ number }) => number),
  );
}
