import { lineDifference } from '../../base/text/line-difference.js';
import type { ComposedPrompt } from './compose-prompt.js';
import { NothingChangedError } from './errors.js';
import { type RequestSource, readFeatureRequest } from './feature-request.js';
import { composeAfter, newPrompt } from './issue-prompt.js';
import { moveSession, requireAllowed } from './move-session.js';
import type { Session } from './session.js';
import type { SessionPorts } from './session-ports.js';

export interface RevisedSession {
  readonly session: Session;
  readonly prompt: ComposedPrompt;
  /** What changed, a line each. */
  readonly difference: string;
}

/**
 * Changes the feature request: a new revision, and a new planning prompt that holds the previous result and
 * what has changed. All later results become stale.
 *
 * @throws RequestRefusedError when the request is empty, not text or too large
 * @throws NothingChangedError when it is the same as before
 * @throws MoveNotAllowedError when the session is closed
 */
export async function reviseRequest(
  ports: SessionPorts,
  session: Session,
  source: RequestSource,
): Promise<RevisedSession> {
  requireAllowed(session, 'plan');
  const request = readFeatureRequest(source, ports.requestLimit);
  if (request.trim() === session.featureRequest.trim()) throw new NothingChangedError(session.id);
  const number = (await ports.journal.requests(session.id)).length + 1;
  const prompt = await composeAfter(ports, inWords(session, request, number), 'plan', session.featureRequest);
  const issued = newPrompt(ports, session, 'plan', prompt);
  const moved = await moveSession(
    ports,
    session,
    { move: 'revised', step: 'plan', request: number, attempt: issued.id },
    { issued, request: { number, replaces: session.state.request, text: request } },
  );
  return { session: moved, prompt, difference: lineDifference(session.featureRequest, request) };
}

/** The session as it will be, for its prompt to be rendered. */
function inWords(session: Session, featureRequest: string, request: number): Session {
  return { ...session, featureRequest, state: { ...session.state, request } };
}
