import type { Transaction } from 'kysely';
import type { AttemptId, ExecutionId, SessionId } from '../base/ids.js';
import type { SessionPlace } from '../engine/execution/execution-place.js';
import type { NewAnswerAttempt } from '../engine/session/session-journal.js';
import { inChunks } from './in-chunks.js';
import { insertPasted } from './pasted-executions.js';
import type { Database } from './schema.js';

/** Says which step of a session an execution is for. */
export async function insertPlace(
  transaction: Transaction<Database>,
  execution: ExecutionId,
  place: SessionPlace,
): Promise<void> {
  await insertPlaces(transaction, new Map([[execution, place]]));
}

async function insertPlaces(
  transaction: Transaction<Database>,
  places: ReadonlyMap<ExecutionId, SessionPlace>,
): Promise<void> {
  const rows = Array.from(places, ([execution, { session, step, part, attempt }]) => ({
    execution_id: execution,
    session_id: session,
    step,
    part,
    attempt_id: attempt,
  }));
  await inChunks(
    rows,
    (chunk) =>
      transaction
        .insertInto('orchestration_executions')
        .values(chunk)
        .onConflict((conflict) =>
          conflict.column('execution_id').doUpdateSet(({ ref }) => ({
            session_id: ref('excluded.session_id'),
            step: ref('excluded.step'),
            part: ref('excluded.part'),
            attempt_id: ref('excluded.attempt_id'),
          })),
        )
        .execute(),
    5,
  );
}

/** An answer that has come into a session. */
export type ReceivedAnswer = Omit<NewAnswerAttempt, 'answer' | 'forced' | 'appendedTo'>;

/**
 * Puts answers of sessions on record: the execution that one came from becomes its own, and every other is a pasted
 * one. An answer that is read again is on record already. So is one that another store asked for; of that execution
 * nothing is known here, so that it counts as pasted.
 */
export async function recordAnswers(
  transaction: Transaction<Database>,
  received: readonly ReceivedAnswer[],
): Promise<void> {
  const answers = received.filter(({ input }) => input.method !== 'kept');
  const executions = await executionsBehind(transaction, answers);
  const places = answers.flatMap((answer) => {
    const execution = executions.get(answer.id);
    return execution === undefined ? [] : [[execution, placeOf(answer)] as const];
  });
  await insertPlaces(transaction, new Map(places));
  const pasted = answers.filter(({ id }) => !executions.has(id));
  const projects = await projectsOf(transaction, pasted);
  await insertPasted(
    transaction,
    pasted.map((answer) => ({
      ...placeOf(answer),
      project: projects.get(answer.sessionId) ?? null,
      actor: answer.actor,
      at: answer.at.toISOString(),
    })),
  );
}

function placeOf({ id, sessionId, step, part }: ReceivedAnswer) {
  return { session: sessionId, step, part, attempt: id };
}

/** The executions that answers came from, by their attempts, as far as they are here. */
async function executionsBehind(
  transaction: Transaction<Database>,
  answers: readonly ReceivedAnswer[],
): Promise<ReadonlyMap<AttemptId, ExecutionId>> {
  const named = answers.flatMap(({ id, input: { method, name } }) =>
    name !== null && (method === 'model' || method === 'agent') ? [[id, name] as const] : [],
  );
  const rows = await inChunks(
    named.map(([, name]) => name),
    (chunk) => transaction.selectFrom('executions').select('id').where('id', 'in', chunk).execute(),
  );
  const here = new Map(rows.map(({ id }) => [id, id as ExecutionId]));
  return new Map(
    named.flatMap(([attempt, name]) => {
      const execution = here.get(name);
      return execution === undefined ? [] : [[attempt, execution] as const];
    }),
  );
}

/** The projects of the sessions that answers came into, by session. */
async function projectsOf(
  transaction: Transaction<Database>,
  answers: readonly ReceivedAnswer[],
): Promise<ReadonlyMap<string, string | null>> {
  const sessions = [...new Set(answers.map(({ sessionId }) => sessionId))];
  const rows = await inChunks(sessions, (chunk) =>
    transaction
      .selectFrom('orchestration_sessions')
      .select(['id', 'project_id'])
      .where('id', 'in', chunk)
      .execute(),
  );
  return new Map(rows.map(({ id, project_id }) => [id, project_id]));
}

/** Forgets what was pasted into sessions: its attempts, which have the answers, go as well. */
export async function removePasted(
  transaction: Transaction<Database>,
  sessions: readonly SessionId[],
): Promise<void> {
  await inChunks(sessions, (chunk) =>
    transaction
      .deleteFrom('executions')
      .where('kind', '=', 'pasted')
      .where('id', 'in', (query) =>
        query.selectFrom('orchestration_executions').select('execution_id').where('session_id', 'in', chunk),
      )
      .execute(),
  );
}

/** Forgets all about sessions: what was asked for them stays on record, as belonging to none. */
export async function forgetSessions(
  transaction: Transaction<Database>,
  sessions: readonly SessionId[],
): Promise<void> {
  await removePasted(transaction, sessions);
  for (const table of ['orchestration_executions', 'phase_ratings'] as const) {
    await inChunks(sessions, (chunk) =>
      transaction.deleteFrom(table).where('session_id', 'in', chunk).execute(),
    );
  }
}
