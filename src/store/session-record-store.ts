import type { Kysely } from 'kysely';
import type { SessionId } from '../base/ids.js';
import type { Attempt } from '../engine/session/attempt.js';
import type { Database } from './schema.js';
import type { AttemptRecord, SessionOutline, SessionRecord } from './session-record.js';
import { inTransaction } from './transaction.js';

/** Gives whole sessions out, and takes them in as another store kept them. What does it is loaded when it is asked for. */
export class SessionRecordStore {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  /**
   * All that is kept of sessions, deleted ones too, in the order of their ids as given; not more is read at a time
   * than fits into memory. Those that are not there are left out.
   */
  async *whole(ids: readonly SessionId[]): AsyncGenerator<SessionRecord> {
    const { wholeSessions } = await import('./whole-sessions.js');
    yield* wholeSessions(this.#database, ids);
  }

  /** Attempts with their long texts, in order, read likewise. */
  async *withTexts(attempts: readonly Attempt[]): AsyncGenerator<AttemptRecord> {
    const { attemptRecords } = await import('./session-attempts.js');
    yield* attemptRecords(this.#database, attempts);
  }

  /** What tells how others stand to these sessions; deleted ones too. */
  async outlines(ids: readonly SessionId[]): Promise<ReadonlyMap<SessionId, SessionOutline>> {
    const { sessionOutlines } = await import('./session-outlines.js');
    return sessionOutlines(this.#database, ids);
  }

  /**
   * Writes all of sessions in one piece, in place of what was there under their ids.
   *
   * @param records each of another session
   */
  async putAll(records: readonly SessionRecord[]): Promise<void> {
    const { putSessions } = await import('./put-sessions.js');
    const locks = records.map(({ session }) => `session:${session.id}` as const);
    await inTransaction(this.#database, locks, (transaction) => putSessions(transaction, records));
  }
}
