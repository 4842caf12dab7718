import type { Kysely } from 'kysely';
import type { ProjectId, SessionId } from '../base/ids.js';
import type { Session } from '../engine/session/session.js';
import { dueStep, readState, statusOf } from '../engine/session/session-state.js';
import { dateOrNull } from './column-values.js';
import type { Database, SessionsTable } from './schema.js';

/** A session's row together with its project's name and root. */
export interface SessionRow extends SessionsTable {
  readonly project_name: string | null;
  readonly project_root: string | null;
}

type ProjectColumns = Pick<SessionRow, 'project_id' | 'project_name' | 'project_root'>;

/** The rows of sessions, each with its project's name and root. */
export function selectSessions(database: Kysely<Database>) {
  return database
    .selectFrom('orchestration_sessions as s')
    .leftJoin('projects as p', 'p.id', 's.project_id')
    .selectAll('s')
    .select(['p.name as project_name', 'p.root as project_root']);
}

export function projectOfRow({ project_id, project_name, project_root }: ProjectColumns): Session['project'] {
  if (project_id === null || project_name === null) return null;
  return { id: project_id as ProjectId, name: project_name, root: project_root };
}

export function sessionFromRow(row: SessionRow): Session {
  return {
    id: row.id as SessionId,
    project: projectOfRow(row),
    featureRequest: row.feature_request,
    title: row.title,
    featureType: row.feature_type,
    templates: row.templates === null ? {} : JSON.parse(row.templates),
    state: readState(row.state),
    complexity: row.complexity,
    timeEstimate: row.time_estimate,
    version: row.version,
    createdBy: row.created_by,
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
    completedAt: dateOrNull(row.completed_at),
    deletedAt: dateOrNull(row.deleted_at),
  };
}

/** The row of a session. Status and step are derived from the state here, for filters and lists. */
export function sessionToRow(session: Session): SessionsTable {
  return {
    id: session.id,
    project_id: session.project?.id ?? null,
    title: session.title,
    feature_type: session.featureType,
    status: statusOf(session.state),
    step: dueStep(session.state),
    complexity: session.complexity,
    time_estimate: session.timeEstimate,
    version: session.version,
    created_by: session.createdBy,
    created_at: session.createdAt.toISOString(),
    updated_at: session.updatedAt.toISOString(),
    completed_at: session.completedAt?.toISOString() ?? null,
    deleted_at: session.deletedAt?.toISOString() ?? null,
    state: JSON.stringify(session.state),
    feature_request: session.featureRequest,
    templates: Object.keys(session.templates).length === 0 ? null : JSON.stringify(session.templates),
  };
}
