import type { SessionId } from '../base/ids.js';
import type { Session } from '../engine/session/session.js';
import { fileTime } from './file-time.js';
import type { KeptSession } from './kept-session.js';
import { olderStatusOf } from './older/older-status.js';
import {
  attemptFromEntry,
  attemptToEntry,
  dateFrom,
  dateOrNull,
  eventFromEntry,
  eventToEntry,
  stateFrom,
} from './session-entries.js';
import { FILE_FORMAT, type OwnKeys, type SessionFile } from './session-file.js';
import type { TextKey } from './text-keys.js';

/** A session from its file, when this program wrote it. */
export function sessionFromFile(file: SessionFile, own: OwnKeys): KeptSession {
  const id = file.id as SessionId;
  return {
    session: {
      id,
      project: own.project,
      featureRequest: file.feature_request,
      title: own.title,
      featureType: file.project_type,
      templates: own.templates,
      state: stateFrom(own.state),
      complexity: file.complexity,
      timeEstimate: file.time_estimate,
      version: own.version,
      createdBy: own.created_by,
      createdAt: dateFrom(file.timestamp),
      updatedAt: dateFrom(own.updated_at),
      completedAt: dateOrNull(file.completed_at),
      deletedAt: dateOrNull(own.deleted_at),
    },
    requests: own.requests.map(({ at, ...request }) => ({ ...request, at: dateFrom(at) })),
    attempts: own.attempts.map((entry) => attemptFromEntry(id, entry)),
    history: own.history.map((entry) => eventFromEntry(id, entry)),
    file,
    findings: own.findings,
  };
}

/**
 * The file of a session. Keys that only the older tool or a person knows stay, and so does the wording of
 * a time that has not changed.
 *
 * @param files where the texts lie, by their key
 */
export function fileOfSession(kept: KeptSession, files: Record<TextKey, string | null>): SessionFile {
  const { session, file } = kept;
  return {
    ...file,
    id: session.id,
    feature_request: session.featureRequest,
    timestamp: wordedTime(session.createdAt, file?.timestamp ?? null),
    status: olderStatusOf(session.state),
    project_type: session.featureType,
    files: { ...file?.files, ...files },
    complexity: session.complexity,
    time_estimate: session.timeEstimate,
    completed_at: session.completedAt && wordedTime(session.completedAt, file?.completed_at ?? null),
    prompt_runner: ownKeysOf(session, kept),
  };
}

function ownKeysOf(session: Session, { requests, attempts, history, findings }: KeptSession): OwnKeys {
  return {
    format: FILE_FORMAT,
    title: session.title,
    state: session.state,
    version: session.version,
    created_by: session.createdBy,
    updated_at: session.updatedAt.toISOString(),
    deleted_at: session.deletedAt?.toISOString() ?? null,
    project: session.project && { ...session.project },
    templates: { ...session.templates },
    requests: requests.map(({ at, ...request }) => ({ ...request, at: at.toISOString() })),
    attempts: attempts.map(attemptToEntry),
    history: history.map(eventToEntry),
    findings: [...findings],
  };
}

function wordedTime(time: Date, before: string | null): string {
  return before !== null && fileTime(before)?.getTime() === time.getTime() ? before : time.toISOString();
}
