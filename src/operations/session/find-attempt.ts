import { closestName } from '../../base/text/closest-name.js';
import type { Attempt } from '../../engine/session/attempt.js';
import type { Session } from '../../engine/session/session.js';
import type { Deps } from '../deps.js';
import { AmbiguousReferenceError, NotFoundError } from '../errors.js';

/**
 * The attempt of a session that an id, or its unique beginning, means.
 *
 * @throws NotFoundError when there is none
 * @throws AmbiguousReferenceError when there are several
 */
export async function findAttempt({ store }: Deps, session: Session, reference: string): Promise<Attempt> {
  const attempts = await store.journal.attempts(session.id);
  const [first, second] = attempts.filter(({ id }) => id.startsWith(reference.toLowerCase()));
  const next = `prompt-runner orchestrate show ${session.id}`;
  if (first === undefined) {
    const nearest = closestName(
      reference,
      attempts.map(({ id }) => id),
    );
    throw new NotFoundError('ATTEMPT_NOT_FOUND', `Session ${session.id} has no attempt "${reference}".`, {
      hint: nearest === undefined ? 'See which there are.' : `Did you mean ${nearest}?`,
      next,
    });
  }
  if (second !== undefined) {
    throw new AmbiguousReferenceError(
      `"${reference}" begins the ids of several attempts, for instance ${first.id} and ${second.id}.`,
      { hint: 'Give more of the id.', next },
    );
  }
  return first;
}
