import type { SessionId } from '../../base/ids.js';
import { recordOf, type SessionRecord } from '../../store/session-record.js';
import type { Records } from '../records.js';
import { compareRecords } from './compare-records.js';
import { SessionDivergedError, SessionIdTakenError } from './errors.js';

/** What became of a record: it was not there, it went on from what was there, or nothing was to be done. */
export type PutOutcome = 'new' | 'updated' | 'same' | 'further-there';

/**
 * Gives a record to a store that may have it already. What is there is only ever continued.
 *
 * @throws SessionDivergedError when both sides went on from where they were the same
 * @throws SessionIdTakenError when the id is another session's there
 */
export async function putRecord(target: Records, record: SessionRecord): Promise<PutOutcome> {
  const { id } = record.session;
  const there = await recordUnder(target, id);
  if (there === null) {
    await target.records.put(record);
    return 'new';
  }
  switch (compareRecords(record, there)) {
    case 'same':
      return 'same';
    case 'behind':
      return 'further-there';
    case 'further':
      await target.records.put(record);
      return 'updated';
    case 'diverged':
      throw new SessionDivergedError(id);
    case 'another':
      throw new SessionIdTakenError(id);
  }
}

async function recordUnder({ sessions, journal }: Records, id: SessionId): Promise<SessionRecord | null> {
  const found = (await sessions.withIdPrefix(id)).find((session) => session.id === id);
  return found === undefined ? null : recordOf(journal, found);
}

/** The same record for a store in which the session has another id. */
export function underId(record: SessionRecord, id: SessionId): SessionRecord {
  return {
    ...record,
    session: { ...record.session, id },
    attempts: record.attempts.map((kept) => ({ ...kept, attempt: { ...kept.attempt, sessionId: id } })),
    history: record.history.map((event) => ({ ...event, sessionId: id })),
  };
}
