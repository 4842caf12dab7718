import type { Kysely, Selectable, Transaction } from 'kysely';
import { sha256 } from '../base/checksum.js';
import type { AttemptId, SessionId } from '../base/ids.js';
import type {
  AnswerResult,
  Attempt,
  AttemptOutcome,
  InputMethod,
  InputSource,
} from '../engine/session/attempt.js';
import { SessionChangedError } from '../engine/session/errors.js';
import type { Session } from '../engine/session/session.js';
import type { SessionEvent, SessionEventKind } from '../engine/session/session-event.js';
import type {
  IssuedPrompt,
  NewAnswerAttempt,
  NewEvent,
  NewPromptAttempt,
  SessionChange,
  SessionJournal,
  Settlement,
} from '../engine/session/session-journal.js';
import type { Step } from '../engine/session/step.js';
import { dateOrNull } from './column-values.js';
import type { Database, EventsTable, PhasesTable } from './schema.js';
import { sessionToRow } from './session-row.js';

/** The session engine's journal in a database. */
export class SessionJournalStore implements SessionJournal {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  async create({
    session,
    event,
    issued,
  }: SessionChange & { readonly issued: NewPromptAttempt }): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => {
      await transaction.insertInto('orchestration_sessions').values(sessionToRow(session)).execute();
      await insertPrompt(transaction, issued);
      await insertEvent(transaction, event);
    });
  }

  async commit({ session, event, issued, settled }: SessionChange): Promise<Session> {
    const written: Session = { ...session, revision: session.revision + 1 };
    await this.#database.transaction().execute(async (transaction) => {
      const { feature_request: _, ...row } = sessionToRow(written);
      const { numUpdatedRows } = await transaction
        .updateTable('orchestration_sessions')
        .set(row)
        .where('id', '=', session.id)
        .where('revision', '=', session.revision)
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) throw new SessionChangedError(session.id);
      if (settled !== undefined) await settle(transaction, settled, event.at);
      if (issued !== undefined) await insertPrompt(transaction, issued);
      await insertEvent(transaction, event);
    });
    return written;
  }

  async receive(attempt: NewAnswerAttempt): Promise<void> {
    await this.#database.transaction().execute((transaction) => insertAnswer(transaction, attempt));
  }

  async history(session: SessionId): Promise<SessionEvent[]> {
    const rows = await this.#database
      .selectFrom('session_events')
      .selectAll()
      .where('session_id', '=', session)
      .orderBy('number')
      .execute();
    return rows.map(eventFromRow);
  }

  async attempts(session: SessionId): Promise<Attempt[]> {
    const rows = await this.#database
      .selectFrom('orchestration_phases')
      .select([...attemptColumns])
      .where('session_id', '=', session)
      .orderBy('started_at')
      .orderBy('id')
      .execute();
    return rows.map(attemptFromRow);
  }

  async prompt(attempt: AttemptId): Promise<IssuedPrompt> {
    const row = await this.#one(attempt, ['prompt', 'template']);
    if (row.prompt === null) throw new Error(`attempt ${attempt} has no prompt`);
    return { messages: JSON.parse(row.prompt), template: row.template ?? '' };
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

const attemptColumns = [
  'id',
  'session_id',
  'step',
  'attempt',
  'outcome',
  'input_method',
  'input_name',
  'checksum',
  'size',
  'forced',
  'appended_to',
  'problem_code',
  'problem_message',
  'template',
  'started_at',
  'finished_at',
] as const satisfies readonly (keyof PhasesTable)[];

async function insertPrompt(transaction: Transaction<Database>, issued: NewPromptAttempt): Promise<void> {
  const prompt = JSON.stringify(issued.prompt.messages);
  await insertPhase(transaction, {
    id: issued.id,
    session_id: issued.sessionId,
    step: issued.step,
    outcome: 'issued',
    input_method: null,
    input_name: null,
    ...measured(Buffer.from(issued.prompt.messages.map(({ text }) => text).join('\n'))),
    forced: 0,
    appended_to: null,
    template: issued.prompt.template,
    started_at: issued.at.toISOString(),
    finished_at: issued.at.toISOString(),
    prompt,
    answer: null,
  });
}

async function insertAnswer(transaction: Transaction<Database>, received: NewAnswerAttempt): Promise<void> {
  await insertPhase(transaction, {
    id: received.id,
    session_id: received.sessionId,
    step: received.step,
    outcome: 'received',
    input_method: received.input.method,
    input_name: received.input.name,
    ...measured(received.answer),
    forced: received.forced ? 1 : 0,
    appended_to: received.appendedTo,
    template: null,
    started_at: received.at.toISOString(),
    finished_at: null,
    prompt: null,
    answer: received.answer,
  });
}

type NewPhase = Omit<PhasesTable, 'attempt' | 'problem_code' | 'problem_message' | 'result'>;

/** The number is given inside the transaction, which holds the write lock: no two attempts share one. */
async function insertPhase(transaction: Transaction<Database>, phase: NewPhase): Promise<void> {
  const { last } = await transaction
    .selectFrom('orchestration_phases')
    .select(({ fn }) => fn.max('attempt').as('last'))
    .where('session_id', '=', phase.session_id)
    .where('step', '=', phase.step)
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto('orchestration_phases')
    .values({
      ...phase,
      attempt: Number(last ?? 0) + 1,
      problem_code: null,
      problem_message: null,
      result: null,
    })
    .execute();
}

function measured(bytes: Uint8Array): { checksum: string; size: number } {
  return { checksum: sha256(bytes), size: bytes.length };
}

async function settle(transaction: Transaction<Database>, settled: Settlement, at: Date): Promise<void> {
  await transaction
    .updateTable('orchestration_phases')
    .set({
      outcome: settled.outcome,
      result: settled.result === null ? null : JSON.stringify(settled.result),
      problem_code: settled.problem?.code ?? null,
      problem_message: settled.problem?.message ?? null,
      finished_at: at.toISOString(),
    })
    .where('id', '=', settled.attempt)
    .execute();
}

async function insertEvent(transaction: Transaction<Database>, event: NewEvent): Promise<void> {
  const { last } = await transaction
    .selectFrom('session_events')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('session_id', '=', event.sessionId)
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto('session_events')
    .values({
      session_id: event.sessionId,
      number: Number(last ?? 0) + 1,
      at: event.at.toISOString(),
      actor: event.actor,
      kind: event.kind,
      step: event.step,
      attempt: event.attempt,
      undoes: event.undoes,
      before: event.before === null ? null : JSON.stringify(event.before),
      after: JSON.stringify(event.after),
    })
    .execute();
}

function attemptFromRow(row: Pick<Selectable<PhasesTable>, (typeof attemptColumns)[number]>): Attempt {
  return {
    id: row.id as AttemptId,
    sessionId: row.session_id as SessionId,
    step: row.step as Step,
    number: row.attempt,
    outcome: row.outcome as AttemptOutcome,
    input: inputOf(row),
    checksum: row.checksum,
    size: row.size,
    forced: row.forced === 1,
    appendedTo: row.appended_to as AttemptId | null,
    problem:
      row.problem_code === null
        ? null
        : { code: row.problem_code, message: row.problem_message ?? row.problem_code },
    template: row.template,
    startedAt: new Date(row.started_at),
    finishedAt: dateOrNull(row.finished_at),
  };
}

function inputOf(row: Pick<PhasesTable, 'input_method' | 'input_name'>): InputSource | null {
  return row.input_method === null ? null : { method: row.input_method as InputMethod, name: row.input_name };
}

function eventFromRow(row: Selectable<EventsTable>): SessionEvent {
  return {
    number: row.number,
    sessionId: row.session_id as SessionId,
    at: new Date(row.at),
    actor: row.actor,
    kind: row.kind as SessionEventKind,
    step: row.step as Step | null,
    attempt: row.attempt as AttemptId | null,
    undoes: row.undoes,
    before: row.before === null ? null : JSON.parse(row.before),
    after: JSON.parse(row.after),
  };
}
