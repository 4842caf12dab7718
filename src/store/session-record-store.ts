import type { Kysely, Transaction } from 'kysely';
import { isAnswerStep } from '../engine/session/step.js';
import { insertEvent } from './event-row.js';
import type { Database, PhasesTable } from './schema.js';
import { recordAnswer, removePasted } from './session-executions.js';
import type { AttemptRecord, SessionRecord } from './session-record.js';
import { sessionToRow } from './session-row.js';
import { insertSourceVersions, sourceColumns } from './template-source-rows.js';
import { inTransaction } from './transaction.js';

/** Takes whole sessions in, as another store kept them. */
export class SessionRecordStore {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  /** Writes all of a session in one piece, in place of what was there under its id. */
  async put(record: SessionRecord): Promise<void> {
    const { id } = record.session;
    await inTransaction(this.#database, [`session:${id}`], async (transaction) => {
      await removePasted(transaction, id);
      await transaction.deleteFrom('orchestration_sessions').where('id', '=', id).execute();
      await transaction.insertInto('orchestration_sessions').values(sessionToRow(record.session)).execute();
      await insertRequests(transaction, record);
      for (const [at, attempt] of record.attempts.entries()) {
        await transaction
          .insertInto('orchestration_phases')
          .values(phaseRow(attempt, at + 1))
          .execute();
        await insertSourceVersions(transaction, attempt.attempt.id, attempt.attempt.source);
        await recordAttempt(transaction, attempt, record);
      }
      for (const event of record.history) await insertEvent(transaction, event);
    });
  }
}

async function insertRequests(
  transaction: Transaction<Database>,
  { session, requests }: SessionRecord,
): Promise<void> {
  for (const { at, ...revision } of requests) {
    const row = { ...revision, session_id: session.id, at: at.toISOString() };
    await transaction.insertInto('session_requests').values(row).execute();
  }
}

/** An attempt does not say who made it; the first event about it does. */
async function recordAttempt(
  transaction: Transaction<Database>,
  { attempt, answer }: AttemptRecord,
  { session, history }: SessionRecord,
): Promise<void> {
  const { id, sessionId, step, part, input, startedAt: at } = attempt;
  if (answer === null || input === null || !isAnswerStep(step)) return;
  const actor = history.find((event) => event.attempt === id)?.actor ?? session.createdBy;
  await recordAnswer(transaction, { id, sessionId, step, part, input, actor, at });
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
