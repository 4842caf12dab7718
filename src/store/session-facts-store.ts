import { type Kysely, sql } from 'kysely';
import { grouped } from '../base/grouped.js';
import type { ProjectId, SessionId } from '../base/ids.js';
import { inDollars } from '../engine/execution/dollars.js';
import { isExact } from '../engine/experiment/online/is-exact.js';
import type { SessionFacts } from '../engine/experiment/online/session-outcome.js';
import type { AnswerResult, AttemptOutcome } from '../engine/session/attempt.js';
import type { SessionStatus } from '../engine/session/session-state.js';
import { dateOrNull } from './column-values.js';
import { inChunks } from './in-chunks.js';
import { notHidden } from './not-hidden.js';
import type { Database, PhasesTable, SessionsTable } from './schema.js';
import type { Hidden } from './standing.js';

/** Who began a session, besides what is known of it. */
export interface OwnedSessionFacts extends SessionFacts {
  readonly user: string;
}

/** Which sessions are meant. */
export interface SessionsAmong {
  /** Null for all. */
  readonly project: ProjectId | null;
  /** Those are left out. */
  readonly hidden: Hidden | undefined;
  /** Those that began then or later. */
  readonly since: Date;
}

/** That a session began. */
export interface BegunSession {
  readonly id: SessionId;
  readonly user: string;
  readonly startedAt: Date;
}

/** So many sessions are asked for at a time: the results of their answers are read, too. */
const MOST_SESSIONS = 500;

type Answer = Pick<
  PhasesTable,
  'session_id' | 'position' | 'step' | 'part' | 'outcome' | 'input_method' | 'forced' | 'result'
>;

/** What became of sessions: as much as experiments go by. */
export class SessionFactsStore {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  /** What is known of sessions, oldest first; of one that is gone, nothing. */
  async of(ids: readonly SessionId[]): Promise<OwnedSessionFacts[]> {
    const facts: OwnedSessionFacts[] = [];
    for (let from = 0; from < ids.length; from += MOST_SESSIONS)
      facts.push(...(await this.#read(ids.slice(from, from + MOST_SESSIONS))));
    return facts.sort(
      (one, other) => one.startedAt.getTime() - other.startedAt.getTime() || (one.id < other.id ? -1 : 1),
    );
  }

  /** The sessions of a project, or of all that may be seen, that began after a time; the newest first. */
  async begun(among: SessionsAmong, limit: number): Promise<BegunSession[]> {
    const rows = await this.#among(among)
      .select(['id', 'created_by', 'created_at'])
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
    return rows.map(({ id, created_by, created_at }) => ({
      id: id as SessionId,
      user: created_by,
      startedAt: new Date(created_at),
    }));
  }

  #among({ project, hidden, since }: SessionsAmong) {
    let query = this.#database
      .selectFrom('orchestration_sessions')
      .where('created_at', '>=', since.toISOString());
    if (project !== null) query = query.where('project_id', '=', project);
    return hidden === undefined ? query : query.where(notHidden('project_id', hidden));
  }

  async #read(ids: readonly SessionId[]): Promise<OwnedSessionFacts[]> {
    const sessions = await this.#database
      .selectFrom('orchestration_sessions')
      .select(['id', 'status', 'deleted_at', 'created_at', 'created_by', 'updated_at', 'completed_at'])
      .where('id', 'in', ids)
      .execute();
    const answers = grouped(await this.#answers(ids), bySession, itself);
    const revisions = await this.#revisions(ids);
    const ratings = grouped(await this.#ratings(ids), bySession, ({ rating }) => rating);
    const spent = new Map((await this.#spent(ids)).map((row) => [row.session_id, row]));
    return sessions.map((session) => ({
      ...sessionColumns(session),
      ...answerFacts(answers.get(session.id) ?? [], revisions.get(session.id) ?? 0),
      ratings: ratings.get(session.id) ?? [],
      ...spentFacts(spent.get(session.id)),
    }));
  }

  /** Without the texts. */
  #answers(ids: readonly SessionId[]): Promise<Answer[]> {
    return inChunks(ids, (chunk) =>
      this.#database
        .selectFrom('orchestration_phases')
        .select(['session_id', 'position', 'step', 'part', 'outcome', 'input_method', 'forced', 'result'])
        .where('session_id', 'in', chunk)
        .where('outcome', '<>', 'issued')
        .orderBy('session_id')
        .orderBy('position')
        .execute(),
    );
  }

  async #revisions(ids: readonly SessionId[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#database
      .selectFrom('session_events')
      .select(({ fn }) => ['session_id', fn.countAll().as('count')])
      .where('session_id', 'in', ids)
      .where('kind', '=', 'revised')
      .groupBy('session_id')
      .execute();
    return new Map(rows.map(({ session_id, count }) => [session_id, Number(count)]));
  }

  /** The newest of each phase. */
  #ratings(ids: readonly SessionId[]) {
    return this.#database
      .selectFrom('phase_ratings as r')
      .select(['r.session_id', 'r.rating'])
      .where('r.session_id', 'in', ids)
      .where('r.number', '=', ({ selectFrom }) =>
        selectFrom('phase_ratings as n')
          .select(({ fn }) => fn.max('n.number').as('last'))
          .whereRef('n.session_id', '=', 'r.session_id')
          .whereRef('n.phase', '=', 'r.phase'),
      )
      .orderBy('r.session_id')
      .orderBy('r.phase')
      .execute();
  }

  #spent(ids: readonly SessionId[]) {
    return this.#database
      .selectFrom('orchestration_executions as o')
      .innerJoin('executions as e', 'e.id', 'o.execution_id')
      .select(({ fn }) => [
        'o.session_id',
        fn.sum('e.cost').as('cost'),
        fn.sum(sql<number>`e.input_tokens + e.output_tokens`).as('tokens'),
      ])
      .where('o.session_id', 'in', ids)
      .groupBy('o.session_id')
      .execute();
  }
}

function bySession({ session_id }: { readonly session_id: string }): string {
  return session_id;
}

function itself<Item>(item: Item): Item {
  return item;
}

function sessionColumns(
  row: Pick<
    SessionsTable,
    'id' | 'status' | 'deleted_at' | 'created_at' | 'created_by' | 'updated_at' | 'completed_at'
  >,
) {
  return {
    id: row.id as SessionId,
    status: row.status as SessionStatus,
    isDeleted: row.deleted_at !== null,
    startedAt: new Date(row.created_at),
    movedAt: new Date(row.updated_at),
    completedAt: dateOrNull(row.completed_at),
    user: row.created_by,
  };
}

function answerFacts(answers: readonly Answer[], revisions: number) {
  const planned = answers.find(({ step }) => step === 'process');
  const reports = answers.filter(({ step, outcome }) => step === 'complete' && outcome === 'accepted');
  const given = answers.filter(({ input_method }) => input_method !== 'kept');
  const places = new Set(given.map(({ step, part }) => `${step} ${part}`));
  return {
    exact: planned === undefined ? null : isExact(readingOf(planned), resultOf(planned)),
    verified: reports.map(verifiedIn).findLast((passed) => passed !== null) ?? null,
    rework: given.length - places.size + revisions,
  };
}

function readingOf({ outcome, forced }: Answer) {
  return { outcome: outcome as AttemptOutcome, forced: forced === 1 };
}

function resultOf({ result }: Answer): AnswerResult | null {
  return result === null ? null : JSON.parse(result);
}

function verifiedIn(answer: Answer): boolean | null {
  const result = resultOf(answer);
  return result?.kind === 'implementation' ? (result.evidence?.verification?.passed ?? null) : null;
}

/** Sums come as texts from a server. */
function spentFacts(row: { cost: unknown; tokens: unknown } | undefined) {
  const known = (sum: unknown) => (sum === null || sum === undefined ? null : Number(sum));
  return { cost: inDollars(known(row?.cost)), tokens: known(row?.tokens) };
}
