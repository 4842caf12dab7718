import type { SessionId } from '../base/ids.js';
import type { Attempt } from '../engine/session/attempt.js';
import {
  type AttemptRecord,
  outlineOf,
  type SessionOutline,
  type SessionRecord,
} from '../store/session-record.js';
import type { SessionShelf } from './session-shelf.js';

/** Gives whole sessions of a workspace out, and takes them in as another store kept them. */
export class WorkspaceRecords {
  readonly #shelf: SessionShelf;

  constructor(shelf: SessionShelf) {
    this.#shelf = shelf;
  }

  /** All that is kept of sessions, deleted ones too; those that are not there are left out. */
  async *whole(ids: readonly SessionId[]): AsyncGenerator<SessionRecord> {
    for (const id of ids) {
      const kept = await this.#shelf.read(id);
      if (kept !== null) yield this.#shelf.recordOf(kept);
    }
  }

  /** Attempts with their long texts, in order. */
  async *withTexts(attempts: readonly Attempt[]): AsyncGenerator<AttemptRecord> {
    for (const { id } of attempts) yield this.#shelf.attemptRecord(await this.#shelf.attempt(id));
  }

  /** What tells how others stand to these sessions; deleted ones too. */
  async outlines(ids: readonly SessionId[]): Promise<ReadonlyMap<SessionId, SessionOutline>> {
    const outlines = new Map<SessionId, SessionOutline>();
    for (const id of ids) {
      const kept = await this.#shelf.read(id);
      if (kept !== null) outlines.set(id, outlineOf(kept));
    }
    return outlines;
  }

  /** Writes all of each session in one piece, in place of what was there under its id. */
  async putAll(records: readonly SessionRecord[]): Promise<void> {
    for (const record of records) await this.#put(record);
  }

  async #put(record: SessionRecord): Promise<void> {
    await this.#shelf.change(record.session.id, (kept) => ({
      ...record,
      attempts: record.attempts.map(({ answer, ...attempt }) => ({ ...attempt, unsaved: answer })),
      file: kept?.file ?? null,
      findings: kept?.findings ?? [],
    }));
  }
}
