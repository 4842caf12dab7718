import { type Kysely, sql } from 'kysely';
import type { ProjectId, SessionId } from '../base/ids.js';
import type { Session, SessionProject } from '../engine/session/session.js';
import type { SessionStatus } from '../engine/session/session-state.js';
import type { Step } from '../engine/session/step.js';
import { idRange } from './id-prefix.js';
import type { Database } from './schema.js';
import { forgetSession } from './session-executions.js';
import { sessionFromRow } from './session-row.js';
import { inTransaction } from './transaction.js';

export type SessionOrder = 'created' | 'updated' | 'title';

export interface SessionFilter {
  readonly project?: ProjectId | undefined;
  readonly status?: SessionStatus | undefined;
  readonly featureType?: string | undefined;
  /** Created at this time or later. */
  readonly since?: Date | undefined;
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
}

/** Looking sessions up; they are written through the journal only. */
export class SessionStore {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  /** The sessions whose id begins with a prefix, deleted ones too; two at most, which is enough to see a clash. */
  async withIdPrefix(prefix: string): Promise<Session[]> {
    const { from, to } = idRange(prefix);
    const rows = await this.#whole()
      .where('s.id', '>=', from)
      .where('s.id', '<', to)
      .orderBy('s.id')
      .limit(2)
      .execute();
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
  async beginningWith(prefix: string, limit: number): Promise<{ id: string; title: string }[]> {
    const { from, to } = idRange(prefix);
    return this.#database
      .selectFrom('orchestration_sessions')
      .select(['id', 'title'])
      .where('deleted_at', 'is', null)
      .where('id', '>=', from)
      .where('id', '<', to)
      .orderBy('updated_at', 'desc')
      .limit(limit)
      .execute();
  }

  /** The sessions that are left, the last touched first. */
  async recentNames(limit: number): Promise<{ id: string; title: string }[]> {
    return this.#database
      .selectFrom('orchestration_sessions')
      .select(['id', 'title'])
      .where('deleted_at', 'is', null)
      .orderBy('updated_at', 'desc')
      .limit(limit)
      .execute();
  }

  async list(filter: SessionFilter, order: SessionOrder, limit: number): Promise<SessionSummary[]> {
    const direction = order === 'title' ? 'asc' : 'desc';
    const rows = await this.#filtered(filter)
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
      ])
      .orderBy(order === 'title' ? 's.title' : `s.${order}_at`, direction)
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
    }));
  }

  /** How many sessions pass the filter, by status. */
  async counts(filter: SessionFilter): Promise<Partial<Record<SessionStatus, number>>> {
    const rows = await this.#filtered(filter)
      .select(['s.status', sql<number>`count(*)`.as('count')])
      .groupBy('s.status')
      .execute();
    return Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]));
  }

  /** How many sessions each project has. */
  async countsByProject(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#filtered({})
      .select(['s.project_id', sql<number>`count(*)`.as('count')])
      .where('s.project_id', 'is not', null)
      .groupBy('s.project_id')
      .execute();
    return new Map(rows.map(({ project_id, count }) => [project_id ?? '', Number(count)]));
  }

  /** Removes for good what was deleted before a time, with attempts and history; gives how many. */
  async purgeDeletedBefore(time: Date): Promise<number> {
    return inTransaction(this.#database, ['library'], async (transaction) => {
      const gone = await transaction
        .deleteFrom('orchestration_sessions')
        .where('deleted_at', '<', time.toISOString())
        .returning('id')
        .execute();
      for (const { id } of gone) await forgetSession(transaction, id as SessionId);
      return gone.length;
    });
  }

  #filtered(filter: SessionFilter) {
    let query = this.#database.selectFrom('orchestration_sessions as s').where('s.deleted_at', 'is', null);
    if (filter.project !== undefined) query = query.where('s.project_id', '=', filter.project);
    if (filter.status !== undefined) query = query.where('s.status', '=', filter.status);
    if (filter.featureType !== undefined) query = query.where('s.feature_type', '=', filter.featureType);
    if (filter.since !== undefined) query = query.where('s.created_at', '>=', filter.since.toISOString());
    return query;
  }

  #whole() {
    return this.#database
      .selectFrom('orchestration_sessions as s')
      .leftJoin('projects as p', 'p.id', 's.project_id')
      .selectAll('s')
      .select(['p.name as project_name', 'p.root as project_root']);
  }
}
