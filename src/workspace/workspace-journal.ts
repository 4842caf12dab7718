import type { AttemptId, SessionId } from '../base/ids.js';
import type { AnswerResult, Attempt } from '../engine/session/attempt.js';
import { SessionChangedError } from '../engine/session/errors.js';
import type { Session } from '../engine/session/session.js';
import type { SessionConflict } from '../engine/session/session-conflict.js';
import type { SessionEvent } from '../engine/session/session-event.js';
import type {
  IssuedPrompt,
  NewAnswerAttempt,
  RequestRevision,
  SessionChange,
  SessionCreation,
  SessionJournal,
} from '../engine/session/session-journal.js';
import type { NumberedPage } from '../store/page.js';
import type { LastMove } from '../store/session-journal-store.js';
import { withAnswer, withChange, withoutSession } from './change-session.js';
import type { KeptSession } from './kept-session.js';
import type { SessionShelf } from './session-shelf.js';

/** The session engine's journal in a workspace. */
export class WorkspaceJournal implements SessionJournal {
  readonly #shelf: SessionShelf;

  constructor(shelf: SessionShelf) {
    this.#shelf = shelf;
  }

  async create(creation: SessionCreation): Promise<void> {
    const { session } = creation;
    await this.#shelf.change(session.id, (taken) => {
      if (taken !== null) throw new Error(`the workspace has a session ${session.id} already`);
      const request = { number: 1, replaces: null, text: session.featureRequest };
      return withChange(withoutSession(session), { ...creation, request }, session);
    });
  }

  async commit(change: SessionChange): Promise<Session> {
    const { session } = change;
    const written: Session = { ...session, version: session.version + 1 };
    await this.#shelf.change(session.id, (kept) => {
      if (kept?.session.version !== session.version) {
        throw new SessionChangedError(session.id, conflictWith(change, kept));
      }
      return withChange(kept, change, written);
    });
    return written;
  }

  async receive(received: NewAnswerAttempt): Promise<void> {
    await this.#shelf.change(received.sessionId, (kept) => {
      if (kept === null) throw new Error(`the workspace has no session ${received.sessionId}`);
      return withAnswer(kept, received);
    });
  }

  async requests(session: SessionId): Promise<RequestRevision[]> {
    return [...((await this.#shelf.read(session))?.requests ?? [])];
  }

  async lastMove(session: SessionId): Promise<LastMove | null> {
    const last = (await this.#shelf.read(session))?.history.at(-1);
    return last === undefined ? null : { actor: last.actor, at: last.at };
  }

  async history(session: SessionId, page?: NumberedPage): Promise<SessionEvent[]> {
    return pageIn((await this.#shelf.read(session))?.history ?? [], page);
  }

  async attempts(session: SessionId, page?: NumberedPage): Promise<Attempt[]> {
    const attempts = (await this.#shelf.read(session))?.attempts ?? [];
    return pageIn(
      attempts.map(({ attempt }) => attempt),
      page,
    );
  }

  async prompt(id: AttemptId): Promise<IssuedPrompt> {
    const { prompt } = await this.#shelf.attempt(id);
    if (prompt === null) throw new Error(`attempt ${id} has no prompt`);
    return prompt;
  }

  async answer(id: AttemptId): Promise<Uint8Array> {
    const answer = await this.#shelf.answerOf(await this.#shelf.attempt(id));
    if (answer === null) throw new Error(`attempt ${id} has no answer`);
    return answer;
  }

  async result(id: AttemptId): Promise<AnswerResult | null> {
    return (await this.#shelf.attempt(id)).result;
  }
}

/** A page of what counts from 1, or all of it. */
function pageIn<Row>(rows: readonly Row[], page: NumberedPage | undefined): Row[] {
  if (page === undefined) return [...rows];
  const [from] = page.after ?? [0];
  return rows.slice(from, from + page.limit);
}

function conflictWith({ session, event }: SessionChange, kept: KeptSession | null): SessionConflict {
  const seen = { version: session.version, state: event.before ?? event.after };
  const last = kept?.history.at(-1);
  if (kept === null || last === undefined) return { seen, now: null };
  const { version, state } = kept.session;
  return { seen, now: { version, state, actor: last.actor, at: last.at } };
}
