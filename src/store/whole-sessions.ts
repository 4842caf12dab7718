import type { Kysely } from 'kysely';
import { grouped } from '../base/grouped.js';
import type { SessionId } from '../base/ids.js';
import { eventFromRow } from './event-row.js';
import type { Database } from './schema.js';
import { attemptRecords, attemptsOf } from './session-attempts.js';
import { sessionBatches } from './session-batches.js';
import type { SessionRecord } from './session-record.js';
import { selectSessions, sessionFromRow } from './session-row.js';

/**
 * All that is kept of sessions, in the order of their ids as given; as many are read at a time as are small enough
 * together. Those that are not there are left out.
 */
export async function* wholeSessions(
  database: Kysely<Database>,
  ids: readonly SessionId[],
): AsyncGenerator<SessionRecord> {
  for await (const batch of sessionBatches(database, ids)) yield* await read(database, batch);
}

async function read(database: Kysely<Database>, ids: readonly SessionId[]): Promise<SessionRecord[]> {
  const rows = await selectSessions(database).where('s.id', 'in', ids).execute();
  const sessions = new Map(rows.map((row) => [row.id, sessionFromRow(row)]));
  const requests = await requestsOf(database, ids);
  const attempts = await attemptsWithTexts(database, ids);
  const history = await historyOf(database, ids);
  return ids.flatMap((id) => {
    const session = sessions.get(id);
    if (session === undefined) return [];
    return {
      session,
      requests: requests.get(id) ?? [],
      attempts: attempts.get(id) ?? [],
      history: history.get(id) ?? [],
    };
  });
}

async function requestsOf(database: Kysely<Database>, ids: readonly SessionId[]) {
  const rows = await database
    .selectFrom('session_requests')
    .selectAll()
    .where('session_id', 'in', ids)
    .orderBy('session_id')
    .orderBy('number')
    .execute();
  return grouped(
    rows,
    ({ session_id }) => session_id,
    ({ number, replaces, text, at, actor }) => ({ number, replaces, text, at: new Date(at), actor }),
  );
}

async function attemptsWithTexts(database: Kysely<Database>, ids: readonly SessionId[]) {
  const attempts = await attemptsOf(database, ids);
  const records: SessionRecord['attempts'][number][] = [];
  const all = ids.flatMap((id) => attempts.get(id) ?? []);
  for await (const record of attemptRecords(database, all)) records.push(record);
  return grouped(
    records,
    ({ attempt }) => attempt.sessionId,
    (record) => record,
  );
}

async function historyOf(database: Kysely<Database>, ids: readonly SessionId[]) {
  const rows = await database
    .selectFrom('session_events')
    .selectAll()
    .where('session_id', 'in', ids)
    .orderBy('session_id')
    .orderBy('number')
    .execute();
  return grouped(rows, ({ session_id }) => session_id, eventFromRow);
}
