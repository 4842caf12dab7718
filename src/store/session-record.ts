import type { AnswerResult, Attempt } from '../engine/session/attempt.js';
import type { Session } from '../engine/session/session.js';
import type { SessionEvent } from '../engine/session/session-event.js';
import type { IssuedPrompt, RequestRevision, SessionJournal } from '../engine/session/session-journal.js';

/** An attempt with its long texts: a prompt, or an answer and what was read from it. */
export interface AttemptRecord {
  readonly attempt: Attempt;
  readonly prompt: IssuedPrompt | null;
  readonly answer: Uint8Array | null;
  readonly result: AnswerResult | null;
}

/** All that is kept of one session: what another store needs to hold the very same. */
export interface SessionRecord {
  readonly session: Session;
  /** Oldest first, as all of these. */
  readonly requests: readonly RequestRevision[];
  readonly attempts: readonly AttemptRecord[];
  readonly history: readonly SessionEvent[];
}

/** Puts together what a journal keeps of a session. */
export async function recordOf(journal: SessionJournal, session: Session): Promise<SessionRecord> {
  const attempts: AttemptRecord[] = [];
  for (const attempt of await journal.attempts(session.id)) attempts.push(await withTexts(journal, attempt));
  return {
    session,
    requests: await journal.requests(session.id),
    attempts,
    history: await journal.history(session.id),
  };
}

async function withTexts(journal: SessionJournal, attempt: Attempt): Promise<AttemptRecord> {
  if (attempt.outcome === 'issued')
    return { attempt, prompt: await journal.prompt(attempt.id), answer: null, result: null };
  const answer = await journal.answer(attempt.id);
  return { attempt, prompt: null, answer, result: await journal.result(attempt.id) };
}
