import type { Transaction } from 'kysely';
import { isAnswerStep } from '../engine/session/step.js';
import { eventToRow } from './event-row.js';
import { inBatches } from './in-batches.js';
import { inChunks } from './in-chunks.js';
import type { Database, PhasesTable } from './schema.js';
import { type ReceivedAnswer, recordAnswers, removePasted } from './session-executions.js';
import type { AttemptRecord, SessionRecord } from './session-record.js';
import { sessionToRow } from './session-row.js';
import { insertSourceVersions, sourceColumns } from './template-source-rows.js';

/**
 * Writes all of sessions, in place of what was there under their ids.
 *
 * @param records each of another session
 */
export async function putSessions(
  transaction: Transaction<Database>,
  records: readonly SessionRecord[],
): Promise<void> {
  await removeSessions(transaction, records);
  await insertSessions(transaction, records);
  await insertRequests(transaction, records);
  await insertAttempts(transaction, records);
  await insertSourceVersions(
    transaction,
    records.flatMap(({ attempts }) => attempts.map(({ attempt }) => attempt)),
  );
  await recordAnswers(transaction, records.flatMap(answersIn));
  await insertHistory(transaction, records);
}

async function removeSessions(
  transaction: Transaction<Database>,
  records: readonly SessionRecord[],
): Promise<void> {
  const ids = records.map(({ session }) => session.id);
  await removePasted(transaction, ids);
  await inChunks(ids, (chunk) =>
    transaction.deleteFrom('orchestration_sessions').where('id', 'in', chunk).execute(),
  );
}

async function insertSessions(
  transaction: Transaction<Database>,
  records: readonly SessionRecord[],
): Promise<void> {
  const rows = records.map(({ session }) => sessionToRow(session));
  await inChunks(
    rows,
    (chunk) => transaction.insertInto('orchestration_sessions').values(chunk).execute(),
    17,
  );
}

async function insertRequests(
  transaction: Transaction<Database>,
  records: readonly SessionRecord[],
): Promise<void> {
  const rows = records.flatMap(({ session, requests }) =>
    requests.map(({ at, ...revision }) => ({ ...revision, session_id: session.id, at: at.toISOString() })),
  );
  await inChunks(rows, (chunk) => transaction.insertInto('session_requests').values(chunk).execute(), 6);
}

async function insertAttempts(
  transaction: Transaction<Database>,
  records: readonly SessionRecord[],
): Promise<void> {
  const rows = records.flatMap(({ attempts }) => attempts.map((attempt, at) => phaseRow(attempt, at + 1)));
  for await (const batch of inBatches(rows, ({ size }) => size))
    await transaction.insertInto('orchestration_phases').values(batch).execute();
}

async function insertHistory(
  transaction: Transaction<Database>,
  records: readonly SessionRecord[],
): Promise<void> {
  const rows = records.flatMap(({ history }) => history.map((event, at) => eventToRow(event, at + 1)));
  await inChunks(rows, (chunk) => transaction.insertInto('session_events').values(chunk).execute(), 10);
}

/** An attempt does not say who made it; the first event about it does. */
function answersIn({ session, attempts, history }: SessionRecord): ReceivedAnswer[] {
  return attempts.flatMap(({ attempt, answer }) => {
    const { id, sessionId, step, part, input, startedAt: at } = attempt;
    if (answer === null || input === null || !isAnswerStep(step)) return [];
    const actor = history.find((event) => event.attempt === id)?.actor ?? session.createdBy;
    return { id, sessionId, step, part, input, actor, at };
  });
}

function phaseRow({ attempt, prompt, answer, result }: AttemptRecord, position: number): PhasesTable {
  return {
    id: attempt.id,
    session_id: attempt.sessionId,
    position,
    step: attempt.step,
    part: attempt.part,
    attempt: attempt.number,
    outcome: attempt.outcome,
    input_method: attempt.input?.method ?? null,
    input_name: attempt.input?.name ?? null,
    checksum: attempt.checksum,
    size: attempt.size,
    forced: attempt.forced ? 1 : 0,
    appended_to: attempt.appendedTo,
    problem_code: attempt.problem?.code ?? null,
    problem_message: attempt.problem?.message ?? null,
    template: attempt.template,
    ...sourceColumns(attempt.source),
    started_at: attempt.startedAt.toISOString(),
    finished_at: attempt.finishedAt?.toISOString() ?? null,
    prompt: prompt === null ? null : JSON.stringify(prompt.messages),
    result: result === null ? null : JSON.stringify(result),
    answer,
  };
}
