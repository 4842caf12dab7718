import type { SessionId } from '../../base/ids.js';
import { outlineOf, type SessionOutline, type SessionRecord } from '../../store/session-record.js';
import { compareRecords } from './compare-records.js';
import { SessionDivergedError, SessionIdTakenError } from './errors.js';

/** What becomes of a record: it is not there, it goes on from what is there, or nothing is to be done. */
export type PutOutcome = 'new' | 'updated' | 'same' | 'further-there';

/**
 * What becomes of a record in a place that may have it already. What is there is only ever continued.
 *
 * @param there the outline of the session that has its id there
 * @throws SessionDivergedError when both sides went on from where they were the same
 * @throws SessionIdTakenError when the id is another session's there
 */
export function putOutcome(record: SessionRecord, there: SessionOutline | undefined): PutOutcome {
  if (there === undefined) return 'new';
  const { id } = record.session;
  switch (compareRecords(outlineOf(record), there)) {
    case 'same':
      return 'same';
    case 'behind':
      return 'further-there';
    case 'further':
      return 'updated';
    case 'diverged':
      throw new SessionDivergedError(id);
    case 'another':
      throw new SessionIdTakenError(id);
  }
}

/** Whether a record is to be written. */
export function isToBePut(outcome: PutOutcome): boolean {
  return outcome === 'new' || outcome === 'updated';
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
