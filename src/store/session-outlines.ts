import type { Kysely } from 'kysely';
import { grouped } from '../base/grouped.js';
import type { AttemptId, SessionId } from '../base/ids.js';
import type { SessionEventKind } from '../engine/session/session-event.js';
import type { Step } from '../engine/session/step.js';
import { inChunks } from './in-chunks.js';
import type { Database } from './schema.js';
import type { EventMark, SessionOutline } from './session-record.js';
import { projectOfRow } from './session-row.js';

/** The outlines of sessions, deleted ones too, by id; those that are not there are left out. */
export async function sessionOutlines(
  database: Kysely<Database>,
  ids: readonly SessionId[],
): Promise<ReadonlyMap<SessionId, SessionOutline>> {
  const sessions = await inChunks(ids, (chunk) => sessionsOf(database, chunk));
  const attempts = await attemptIdsOf(database, ids);
  const history = await marksOf(database, ids);
  return new Map(
    sessions.map((row) => [
      row.id as SessionId,
      {
        project: projectOfRow(row),
        request: row.request,
        attempts: attempts.get(row.id) ?? [],
        history: history.get(row.id) ?? [],
      },
    ]),
  );
}

function sessionsOf(database: Kysely<Database>, ids: readonly SessionId[]) {
  return database
    .selectFrom('orchestration_sessions as s')
    .leftJoin('projects as p', 'p.id', 's.project_id')
    .leftJoin('session_requests as r', (join) =>
      join.onRef('r.session_id', '=', 's.id').on('r.number', '=', 1),
    )
    .select(['s.id', 's.project_id', 'p.name as project_name', 'p.root as project_root', 'r.text as request'])
    .where('s.id', 'in', ids)
    .execute();
}

async function attemptIdsOf(
  database: Kysely<Database>,
  ids: readonly SessionId[],
): Promise<ReadonlyMap<string, readonly AttemptId[]>> {
  const rows = await inChunks(ids, (chunk) =>
    database
      .selectFrom('orchestration_phases')
      .select(['session_id', 'id'])
      .where('session_id', 'in', chunk)
      .orderBy('session_id')
      .orderBy('position')
      .execute(),
  );
  return grouped(
    rows,
    ({ session_id }) => session_id,
    ({ id }) => id as AttemptId,
  );
}

async function marksOf(
  database: Kysely<Database>,
  ids: readonly SessionId[],
): Promise<ReadonlyMap<string, readonly EventMark[]>> {
  const rows = await inChunks(ids, (chunk) =>
    database
      .selectFrom('session_events')
      .select(['session_id', 'number', 'kind', 'step', 'attempt', 'actor', 'undoes'])
      .where('session_id', 'in', chunk)
      .orderBy('session_id')
      .orderBy('number')
      .execute(),
  );
  return grouped(
    rows,
    ({ session_id }) => session_id,
    ({ number, kind, step, attempt, actor, undoes }) => ({
      number,
      kind: kind as SessionEventKind,
      step: step as Step | null,
      attempt: attempt as AttemptId | null,
      actor,
      undoes,
    }),
  );
}
