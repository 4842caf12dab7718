import type { Kysely, Transaction } from 'kysely';
import type { AttemptId, SessionId } from '../base/ids.js';
import type { AnswerResult, Attempt } from '../engine/session/attempt.js';
import { SessionChangedError } from '../engine/session/errors.js';
import type { Session } from '../engine/session/session.js';
import type { SessionConflict } from '../engine/session/session-conflict.js';
import type { SessionEvent } from '../engine/session/session-event.js';
import type {
  IssuedPrompt,
  NewAnswerAttempt,
  NewEvent,
  NewRequest,
  RequestRevision,
  SessionChange,
  SessionCreation,
  SessionJournal,
} from '../engine/session/session-journal.js';
import { insertAssignments } from './assignment-row.js';
import { eventFromRow, insertEvent } from './event-row.js';
import type { NumberedPage } from './page.js';
import { attemptColumns, attemptFromRow, insertAnswer, insertPrompt, settleAttempt } from './phase-row.js';
import type { Database, PhasesTable } from './schema.js';
import { recordAnswers } from './session-executions.js';
import { sessionToRow } from './session-row.js';
import { sourceFromRow, sourceVersionsOf } from './template-source-rows.js';
import { inTransaction } from './transaction.js';

/** Who moved a session last, and when. */
export type LastMove = Pick<SessionEvent, 'actor' | 'at'>;

/** The session engine's journal in a database. */
export class SessionJournalStore implements SessionJournal {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  async create({ session, event, issued, assignments = [] }: SessionCreation): Promise<void> {
    await inTransaction(this.#database, [`session:${session.id}`], async (transaction) => {
      await transaction.insertInto('orchestration_sessions').values(sessionToRow(session)).execute();
      const first = { number: 1, replaces: null, text: session.featureRequest };
      await insertRequest(transaction, first, event);
      await insertPrompt(transaction, issued);
      await insertEvent(transaction, event);
      await insertAssignments(transaction, assignments, event.at);
    });
  }

  async commit({ session, event, issued, settled, request }: SessionChange): Promise<Session> {
    const written: Session = { ...session, version: session.version + 1 };
    await inTransaction(this.#database, [`session:${session.id}`], async (transaction) => {
      const { numUpdatedRows } = await transaction
        .updateTable('orchestration_sessions')
        .set(sessionToRow(written))
        .where('id', '=', session.id)
        .where('version', '=', session.version)
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) {
        throw new SessionChangedError(session.id, await conflictWith(transaction, session, event));
      }
      if (request !== undefined) await insertRequest(transaction, request, event);
      if (settled !== undefined) await settleAttempt(transaction, settled, event.at);
      if (issued !== undefined) await insertPrompt(transaction, issued);
      await insertEvent(transaction, event);
    });
    return written;
  }

  async receive(attempt: NewAnswerAttempt): Promise<void> {
    await inTransaction(this.#database, [`session:${attempt.sessionId}`], async (transaction) => {
      await insertAnswer(transaction, attempt);
      await recordAnswers(transaction, [attempt]);
    });
  }

  async requests(session: SessionId): Promise<RequestRevision[]> {
    const rows = await this.#database
      .selectFrom('session_requests')
      .select(['number', 'replaces', 'text', 'at', 'actor'])
      .where('session_id', '=', session)
      .orderBy('number')
      .execute();
    return rows.map((row) => ({ ...row, at: new Date(row.at) }));
  }

  /** Who moved a session last, and when. */
  async lastMove(session: SessionId): Promise<LastMove | null> {
    const row = await this.#database
      .selectFrom('session_events')
      .select(['actor', 'at'])
      .where('session_id', '=', session)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? null : { actor: row.actor, at: new Date(row.at) };
  }

  /** The events of a session, oldest first: all of them, or a page. */
  async history(session: SessionId, page?: NumberedPage): Promise<SessionEvent[]> {
    let query = this.#database
      .selectFrom('session_events')
      .selectAll()
      .where('session_id', '=', session)
      .orderBy('number');
    if (page !== undefined) query = query.limit(page.limit);
    if (page?.after !== undefined) query = query.where('number', '>', page.after[0]);
    return (await query.execute()).map(eventFromRow);
  }

  /** The attempts of a session, oldest first: all of them, or a page. They are numbered from 1. */
  async attempts(session: SessionId, page?: NumberedPage): Promise<Attempt[]> {
    let query = this.#database
      .selectFrom('orchestration_phases')
      .select([...attemptColumns])
      .where('session_id', '=', session)
      .orderBy('position');
    if (page !== undefined) query = query.limit(page.limit);
    if (page?.after !== undefined) query = query.where('position', '>', page.after[0]);
    const rows = await query.execute();
    const versionsOf = await sourceVersionsOf(this.#database, [session]);
    return rows.map((row) => attemptFromRow(row, versionsOf(row.id)));
  }

  async prompt(attempt: AttemptId): Promise<IssuedPrompt> {
    const row = await this.#one(attempt, [
      'session_id',
      'prompt',
      'template',
      'template_layer',
      'template_checksum',
      'template_note',
    ]);
    if (row.prompt === null) throw new Error(`attempt ${attempt} has no prompt`);
    const versionsOf = await sourceVersionsOf(this.#database, [row.session_id as SessionId]);
    return {
      messages: JSON.parse(row.prompt),
      template: row.template ?? '',
      source: sourceFromRow(row, versionsOf(attempt)),
    };
  }

  async answer(attempt: AttemptId): Promise<Uint8Array> {
    const row = await this.#one(attempt, ['answer']);
    if (row.answer === null) throw new Error(`attempt ${attempt} has no answer`);
    return row.answer;
  }

  async result(attempt: AttemptId): Promise<AnswerResult | null> {
    const row = await this.#one(attempt, ['result']);
    return row.result === null ? null : (JSON.parse(row.result) as AnswerResult);
  }

  #one<Column extends keyof PhasesTable>(attempt: AttemptId, columns: Column[]) {
    return this.#database
      .selectFrom('orchestration_phases')
      .select(columns)
      .where('id', '=', attempt)
      .executeTakeFirstOrThrow();
  }
}

async function insertRequest(
  transaction: Transaction<Database>,
  request: NewRequest,
  { sessionId, at, actor }: NewEvent,
): Promise<void> {
  await transaction
    .insertInto('session_requests')
    .values({ session_id: sessionId, ...request, at: at.toISOString(), actor })
    .execute();
}

/** Where the session stands that somebody else was quicker to move. */
async function conflictWith(
  transaction: Transaction<Database>,
  { id, version }: Session,
  { before, after }: NewEvent,
): Promise<SessionConflict> {
  const row = await transaction
    .selectFrom('orchestration_sessions as s')
    .innerJoin('session_events as e', 'e.session_id', 's.id')
    .select(['s.version', 's.state', 'e.actor', 'e.at'])
    .where('s.id', '=', id)
    .orderBy('e.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const seen = { version, state: before ?? after };
  if (row === undefined) return { seen, now: null };
  const { state, actor, at } = row;
  return { seen, now: { version: row.version, state: JSON.parse(state), actor, at: new Date(at) } };
}
