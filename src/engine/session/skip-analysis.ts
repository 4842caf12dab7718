import { moveSession } from './move-session.js';
import type { Session } from './session.js';
import type { SessionPorts } from './session-ports.js';
import { isQuick } from './session-state.js';

/**
 * Lets a session go on without an analysis, for a change that turned out to be small.
 *
 * @throws MoveNotAllowedError when the planning answer is not complete, or the session is closed
 */
export async function skipAnalysis(ports: SessionPorts, session: Session): Promise<Session> {
  if (isQuick(session.state)) return session;
  return moveSession(ports, session, { move: 'analysis-skipped', step: 'implement' });
}
