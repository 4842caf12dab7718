import type { ProjectId, SessionId } from '../base/ids.js';
import type { Session } from '../engine/session/session.js';
import { dueStep, readState, statusOf } from '../engine/session/session-state.js';
import { dateOrNull } from './column-values.js';
import type { SessionsTable } from './schema.js';

/** A session's row together with its project's name and root. */
export interface SessionRow extends SessionsTable {
  readonly project_name: string | null;
  readonly project_root: string | null;
}

export function sessionFromRow(row: SessionRow): Session {
  return {
    id: row.id as SessionId,
    project:
      row.project_id === null || row.project_name === null
        ? null
        : { id: row.project_id as ProjectId, name: row.project_name, root: row.project_root },
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
