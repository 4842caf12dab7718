import type { SessionRecord } from '../store/session-record.js';
import type { SessionShelf } from './session-shelf.js';

/** Takes whole sessions into a workspace, as another store kept them. */
export class WorkspaceRecords {
  readonly #shelf: SessionShelf;

  constructor(shelf: SessionShelf) {
    this.#shelf = shelf;
  }

  /** Writes all of a session in one piece, in place of what was there under its id. */
  async put(record: SessionRecord): Promise<void> {
    await this.#shelf.change(record.session.id, (kept) => ({
      ...record,
      attempts: record.attempts.map(({ answer, ...attempt }) => ({ ...attempt, unsaved: answer })),
      file: kept?.file ?? null,
      findings: kept?.findings ?? [],
    }));
  }
}
