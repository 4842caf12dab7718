import { type Session, titleOf } from '../../engine/session/session.js';
import type { SessionEvent } from '../../engine/session/session-event.js';
import type { Deps } from '../deps.js';
import { NotFoundError } from '../errors.js';

/** A session as it was after one of its events. */
export interface SessionThen {
  readonly session: Session;
  readonly event: SessionEvent;
}

/**
 * A session as it was: after the event of a number, or after the last event up to a time.
 *
 * @throws NotFoundError when the session has no such event
 */
export async function sessionAt({ store }: Deps, session: Session, at: number | Date): Promise<SessionThen> {
  const history = await store.journal.history(session.id);
  const event =
    typeof at === 'number'
      ? history.find(({ number }) => number === at)
      : history.findLast((candidate) => candidate.at.getTime() <= at.getTime());
  if (event === undefined) throw notFound(session, at, history.length);
  const requests = await store.journal.requests(session.id);
  const featureRequest =
    requests.find(({ number }) => number === event.after.request)?.text ?? session.featureRequest;
  const then = {
    ...session,
    state: event.after,
    featureRequest,
    title: titleOf(featureRequest),
    updatedAt: event.at,
  };
  return { session: then, event };
}

function notFound(session: Session, at: number | Date, events: number): NotFoundError {
  const what =
    typeof at === 'number' ? `no event ${at}; its events go from 1 to ${events}` : 'no event that early';
  return new NotFoundError('EVENT_NOT_FOUND', `Session ${session.id} has ${what}.`, {
    next: `prompt-runner orchestrate history ${session.id}`,
  });
}
