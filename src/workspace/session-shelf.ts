import { PromptRunnerError } from '../base/errors.js';
import type { AttemptId, SessionId } from '../base/ids.js';
import type { AttemptRecord, SessionRecord } from '../store/session-record.js';
import { SessionFileBrokenError } from './errors.js';
import { idOfName, rawName, SESSIONS, sessionName } from './file-names.js';
import type { WorkspaceFiles } from './files/workspace-files.js';
import type { KeptAttempt, KeptSession } from './kept-session.js';
import { withWorkspaceLock } from './lock/workspace-lock.js';
import { adoptSession } from './older/adopt-session.js';
import { readOlderTexts } from './older/older-texts.js';
import { parseSessionFile } from './parse-session-file.js';
import { sessionFromFile } from './session-codec.js';
import { removeSession, writeSession } from './write-session.js';

/** Tells somebody about a file that was passed over. */
export type Warn = (message: string) => void;

/** The sessions of a workspace, read from their files and written to them. */
export class SessionShelf {
  readonly #files: WorkspaceFiles;
  readonly #warn: Warn;
  /** Where an attempt was seen last; attempts never change their session. */
  readonly #sessionOf = new Map<AttemptId, SessionId>();

  constructor(files: WorkspaceFiles, warn: Warn) {
    this.#files = files;
    this.#warn = warn;
  }

  /** The ids that files are named for, readable or not, in the order of the alphabet. */
  async ids(): Promise<SessionId[]> {
    const names = await this.#files.list(SESSIONS);
    return names
      .map(idOfName)
      .filter((id) => id !== null)
      .sort();
  }

  /**
   * A session, the older tool's too; null when it has no file.
   *
   * @throws SessionFileBrokenError
   */
  async read(id: SessionId): Promise<KeptSession | null> {
    const content = await this.#files.read(sessionName(id));
    if (content === null) return null;
    const file = parseSessionFile(id, content);
    const kept =
      file.prompt_runner === undefined
        ? adoptSession(file, await readOlderTexts(this.#files, file))
        : sessionFromFile(file, file.prompt_runner);
    for (const { attempt } of kept.attempts) this.#sessionOf.set(attempt.id, id);
    return kept;
  }

  /** Every session that can be read. One that cannot is named to whoever listens, and hides no other. */
  async readAll(): Promise<KeptSession[]> {
    const read = (await this.ids()).map((id) => this.#readOrWarn(id));
    return (await Promise.all(read)).filter((kept) => kept !== null);
  }

  /** @throws Error when no session has it, which is a fault of the caller's */
  async attempt(id: AttemptId): Promise<KeptAttempt> {
    const known = this.#sessionOf.get(id);
    const holders = known === undefined ? await this.readAll() : [await this.read(known)];
    const found = holders.flatMap((kept) => kept?.attempts ?? []).find(({ attempt }) => attempt.id === id);
    if (found === undefined) throw new Error(`no session of the workspace has attempt ${id}`);
    return found;
  }

  /** The answer of an attempt, byte for byte; null for one that has none. */
  async answerOf({ attempt, prompt, unsaved }: KeptAttempt): Promise<Uint8Array | null> {
    if (prompt !== null) return null;
    if (unsaved !== null) return unsaved;
    const name = rawName(attempt);
    const bytes = await this.#files.read(name);
    if (bytes === null)
      throw new SessionFileBrokenError(name, 'the session holds this answer, and it is gone');
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** All of a session, its answers too. */
  async recordOf(kept: KeptSession): Promise<SessionRecord> {
    const { session, requests, history } = kept;
    const attempts = kept.attempts.map((attempt) => this.attemptRecord(attempt));
    return { session, requests, attempts: await Promise.all(attempts), history };
  }

  /** An attempt with its answer, byte for byte. */
  async attemptRecord(kept: KeptAttempt): Promise<AttemptRecord> {
    const { unsaved: _, ...attempt } = kept;
    return { ...attempt, answer: await this.answerOf(kept) };
  }

  /** Changes a session, or makes one, while nobody else does. What `change` throws leaves all as it was. */
  change(id: SessionId, change: (kept: KeptSession | null) => KeptSession): Promise<KeptSession> {
    return withWorkspaceLock(this.#files, async () => {
      const changed = change(await this.read(id));
      await writeSession(this.#files, changed, async (attempt) => (await this.answerOf(attempt)) ?? EMPTY);
      for (const { attempt } of changed.attempts) this.#sessionOf.set(attempt.id, id);
      return changed;
    });
  }

  /** Removes the sessions that a test picks, with their texts and answers; gives how many. */
  async removeWhere(isPicked: (kept: KeptSession) => boolean): Promise<number> {
    return withWorkspaceLock(this.#files, async () => {
      const picked = (await this.readAll()).filter(isPicked);
      for (const kept of picked) await removeSession(this.#files, kept);
      return picked.length;
    });
  }

  async #readOrWarn(id: SessionId): Promise<KeptSession | null> {
    try {
      return await this.read(id);
    } catch (error) {
      if (!(error instanceof PromptRunnerError)) throw error;
      this.#warn(`${error.message} Session ${id} was passed over.`);
      return null;
    }
  }
}

const EMPTY = new Uint8Array();
