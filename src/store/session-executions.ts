import type { Transaction } from 'kysely';
import type { ExecutionId, SessionId } from '../base/ids.js';
import type { SessionPlace } from '../engine/execution/execution.js';
import type { InputSource } from '../engine/session/attempt.js';
import type { NewAnswerAttempt } from '../engine/session/session-journal.js';
import { insertPasted } from './pasted-executions.js';
import type { Database } from './schema.js';

/** Says which step of a session an execution is for. */
export async function insertPlace(
  transaction: Transaction<Database>,
  execution: ExecutionId,
  { session, step, part, attempt }: SessionPlace,
): Promise<void> {
  await transaction
    .insertInto('orchestration_executions')
    .values({ execution_id: execution, session_id: session, step, part, attempt_id: attempt })
    .onConflict((conflict) =>
      conflict.column('execution_id').doUpdateSet({ session_id: session, step, part, attempt_id: attempt }),
    )
    .execute();
}

/** An answer that has come into a session. */
type ReceivedAnswer = Omit<NewAnswerAttempt, 'answer' | 'forced' | 'appendedTo'>;

/**
 * Puts an answer of a session on record: the execution that it came from becomes its own, and every other is
 * a pasted one. An answer that is read again is on record already. So is one that another store asked for; of
 * that execution nothing is known here, so that it counts as pasted.
 */
export async function recordAnswer(
  transaction: Transaction<Database>,
  received: ReceivedAnswer,
): Promise<void> {
  if (received.input.method === 'kept') return;
  const { id: attempt, sessionId: session, step, part, actor } = received;
  const execution = await executionBehind(transaction, received.input);
  if (execution !== null) return insertPlace(transaction, execution, { session, step, part, attempt });
  const project = await projectOf(transaction, session);
  const at = received.at.toISOString();
  await insertPasted(transaction, { attempt, session, project, step, part, actor, at });
}

async function executionBehind(
  transaction: Transaction<Database>,
  { method, name }: InputSource,
): Promise<ExecutionId | null> {
  if (name === null || (method !== 'model' && method !== 'agent')) return null;
  const row = await transaction
    .selectFrom('executions')
    .select('id')
    .where('id', '=', name)
    .executeTakeFirst();
  return row === undefined ? null : (row.id as ExecutionId);
}

async function projectOf(transaction: Transaction<Database>, session: SessionId): Promise<string | null> {
  const row = await transaction
    .selectFrom('orchestration_sessions')
    .select('project_id')
    .where('id', '=', session)
    .executeTakeFirst();
  return row?.project_id ?? null;
}

/** Forgets what was pasted into a session: its attempts, which have the answers, go as well. */
export async function removePasted(transaction: Transaction<Database>, session: SessionId): Promise<void> {
  await transaction
    .deleteFrom('executions')
    .where('kind', '=', 'pasted')
    .where('id', 'in', (query) =>
      query.selectFrom('orchestration_executions').select('execution_id').where('session_id', '=', session),
    )
    .execute();
}

/** Forgets all about a session: what was asked for it stays on record, as belonging to none. */
export async function forgetSession(transaction: Transaction<Database>, session: SessionId): Promise<void> {
  await removePasted(transaction, session);
  await transaction.deleteFrom('orchestration_executions').where('session_id', '=', session).execute();
  await transaction.deleteFrom('phase_ratings').where('session_id', '=', session).execute();
}
