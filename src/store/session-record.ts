import type { AttemptId } from '../base/ids.js';
import type { AnswerResult, Attempt } from '../engine/session/attempt.js';
import type { Session, SessionProject } from '../engine/session/session.js';
import type { SessionEvent } from '../engine/session/session-event.js';
import type { IssuedPrompt, RequestRevision } from '../engine/session/session-journal.js';

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

/** What tells how the record of a session stands to another one of it. */
export interface SessionOutline {
  readonly project: SessionProject | null;
  /** The feature request as it was first. */
  readonly request: string | null;
  /** Oldest first, as what follows. */
  readonly attempts: readonly AttemptId[];
  readonly history: readonly EventMark[];
}

/** An event without the states, and without the time, which the older tool wrote without its zone. */
export type EventMark = Pick<SessionEvent, 'number' | 'kind' | 'step' | 'attempt' | 'actor' | 'undoes'>;

export function outlineOf({
  session,
  requests,
  attempts,
  history,
}: Omit<SessionRecord, 'attempts'> & {
  readonly attempts: readonly Pick<AttemptRecord, 'attempt'>[];
}): SessionOutline {
  return {
    project: session.project,
    request: requests[0]?.text ?? null,
    attempts: attempts.map(({ attempt }) => attempt.id),
    history,
  };
}
