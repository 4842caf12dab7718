import { type Kysely, type SqlBool, sql } from 'kysely';
import type { ProjectId, SessionId } from '../base/ids.js';
import type { Session, SessionProject } from '../engine/session/session.js';
import { type SessionStatus, sessionStatuses } from '../engine/session/session-state.js';
import type { Step } from '../engine/session/step.js';
import { beginsWith } from './begins-with.js';
import { type BoundedCount, boundedCount, countOf, ONE_MORE } from './bounded-count.js';
import { inChunks } from './in-chunks.js';
import { notHidden } from './not-hidden.js';
import { isBehind, type Page } from './page.js';
import type { Database } from './schema.js';
import { forgetSessions } from './session-executions.js';
import { selectSessions, sessionFromRow } from './session-row.js';
import type { Hidden } from './standing.js';
import { inTransaction } from './transaction.js';

export type SessionOrder = 'created' | 'updated' | 'title';

/** A page of a list that is in the order of a time or a title, and of ids. */
export type SessionPage = Page<readonly [key: string, id: string]>;

export interface SessionFilter {
  readonly project?: ProjectId | undefined;
  readonly status?: SessionStatus | undefined;
  readonly featureType?: string | undefined;
  /** Created at this time or later. */
  readonly since?: Date | undefined;
  /** Those are left out. */
  readonly hidden?: Hidden | undefined;
}

/** A session as lists show it: without its texts. */
export interface SessionSummary {
  readonly id: SessionId;
  readonly title: string;
  readonly status: SessionStatus;
  readonly step: Step | null;
  readonly project: Pick<SessionProject, 'id' | 'name'> | null;
  readonly featureType: string | null;
  readonly complexity: string | null;
  readonly timeEstimate: string | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Who moved it last; null where that is not known. */
  readonly movedBy: string | null;
}

/** Who moved the session `s` last. */
const lastMover = sql<string | null>`(
  select e.actor from session_events as e where e.session_id = s.id order by e.number desc limit 1
)`;

/** Looking sessions up; they are written through the journal only. */
export class SessionStore {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  /** The sessions whose id begins with a prefix, deleted ones too; two at most, which is enough to see a clash. */
  async withIdPrefix(prefix: string): Promise<Session[]> {
    const rows = await this.#whole().where(beginsWith('s.id', prefix)).orderBy('s.id').limit(2).execute();
    return rows.map(sessionFromRow);
  }

  /** The sessions with exactly this title; two at most. */
  async titled(title: string): Promise<Session[]> {
    const rows = await this.#whole()
      .where('s.title', '=', title)
      .where('s.deleted_at', 'is', null)
      .limit(2)
      .execute();
    return rows.map(sessionFromRow);
  }

  /** The sessions whose id begins so, the last touched first. */
  async beginningWith(
    prefix: string,
    limit: number,
    hidden?: Hidden,
  ): Promise<{ id: string; title: string }[]> {
    return this.#filtered({ hidden })
      .select(['s.id', 's.title'])
      .where(beginsWith('s.id', prefix))
      .orderBy('s.updated_at', 'desc')
      .limit(limit)
      .execute();
  }

  /** The sessions that are left, the last touched first. */
  async recentNames(limit: number, hidden?: Hidden): Promise<{ id: string; title: string }[]> {
    return this.#filtered({ hidden })
      .select(['s.id', 's.title'])
      .orderBy('s.updated_at', 'desc')
      .limit(limit)
      .execute();
  }

  /** The sessions that pass the filter, a page of them: by title, or the newest first. */
  async list(
    filter: SessionFilter,
    order: SessionOrder,
    { limit, after }: SessionPage,
  ): Promise<SessionSummary[]> {
    const direction = order === 'title' ? 'asc' : 'desc';
    const key = order === 'title' ? 's.title' : (`s.${order}_at` as const);
    let query = this.#filtered(filter);
    if (after !== undefined) query = query.where(isBehind([key, 's.id'], direction, after));
    const rows = await query
      .leftJoin('projects as p', 'p.id', 's.project_id')
      .select([
        's.id',
        's.title',
        's.status',
        's.step',
        's.project_id',
        'p.name as project_name',
        's.feature_type',
        's.complexity',
        's.time_estimate',
        's.created_by',
        's.created_at',
        's.updated_at',
        lastMover.as('moved_by'),
      ])
      .orderBy(key, direction)
      .orderBy('s.id', direction)
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      id: row.id as SessionId,
      title: row.title,
      status: row.status as SessionStatus,
      step: row.step as Step | null,
      project:
        row.project_id === null || row.project_name === null
          ? null
          : { id: row.project_id as ProjectId, name: row.project_name },
      featureType: row.feature_type,
      complexity: row.complexity,
      timeEstimate: row.time_estimate,
      createdBy: row.created_by,
      createdAt: new Date(row.created_at),
      updatedAt: new Date(row.updated_at),
      movedBy: row.moved_by,
    }));
  }

  /** How many sessions pass the filter, by status. */
  async counts(filter: SessionFilter): Promise<Readonly<Record<SessionStatus, BoundedCount>>> {
    const counts = sessionStatuses.map((status) => {
      const none = filter.status !== undefined && filter.status !== status;
      return none
        ? sql<number>`0`
        : countOf(
            this.#filtered({ ...filter, status })
              .select('s.id')
              .limit(ONE_MORE),
          );
    });
    const columns = counts.map((count, at) => sql`${count} as ${sql.ref(sessionStatuses[at] ?? '')}`);
    const { rows } = await sql<Record<SessionStatus, number>>`select ${sql.join(columns)}`.execute(
      this.#database,
    );
    return Object.fromEntries(
      sessionStatuses.map((status) => [status, boundedCount(rows[0]?.[status] ?? 0)]),
    ) as Record<SessionStatus, BoundedCount>;
  }

  /** How many sessions projects have. */
  async countsOfProjects(projects: readonly ProjectId[]): Promise<ReadonlyMap<string, BoundedCount>> {
    const rows = await inChunks(projects, (chunk) =>
      this.#database
        .selectFrom('projects as p')
        .select(['p.id', this.#countOfProject.as('count')])
        .where('p.id', 'in', chunk)
        .execute(),
    );
    return new Map(rows.map(({ id, count }) => [id, boundedCount(count)]));
  }

  /** How many sessions a project has, all of them counted. */
  async countOfProject(project: ProjectId): Promise<number> {
    const { count } = await this.#filtered({ project })
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count;
  }

  /** Removes for good what was deleted before a time, with attempts and history; gives how many. */
  async purgeDeletedBefore(time: Date): Promise<number> {
    return inTransaction(this.#database, ['library'], async (transaction) => {
      const gone = await transaction
        .deleteFrom('orchestration_sessions')
        .where('deleted_at', '<', time.toISOString())
        .returning('id')
        .execute();
      await forgetSessions(
        transaction,
        gone.map(({ id }) => id as SessionId),
      );
      return gone.length;
    });
  }

  /** Of the project that is called `p` around it. */
  get #countOfProject() {
    return countOf(
      this.#filtered({}).select('s.id').where(sql<SqlBool>`s.project_id = p.id`).limit(ONE_MORE),
    );
  }

  #filtered(filter: SessionFilter) {
    let query = this.#database.selectFrom('orchestration_sessions as s').where('s.deleted_at', 'is', null);
    if (filter.hidden !== undefined) query = query.where(notHidden('s.project_id', filter.hidden));
    if (filter.project !== undefined) query = query.where('s.project_id', '=', filter.project);
    if (filter.status !== undefined) query = query.where('s.status', '=', filter.status);
    if (filter.featureType !== undefined) query = query.where('s.feature_type', '=', filter.featureType);
    if (filter.since !== undefined) query = query.where('s.created_at', '>=', filter.since.toISOString());
    return query;
  }

  #whole() {
    return selectSessions(this.#database);
  }
}
