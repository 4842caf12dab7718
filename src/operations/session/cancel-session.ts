import { moveSession } from '../../engine/session/move-session.js';
import { nextCommand } from '../../engine/session/next-command.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { type Deps, sessionPorts } from '../deps.js';
import { findSession } from './find-session.js';
import { sessionInput } from './given-text.js';
import type { MoveOutput } from './outputs.js';
import { sessionView } from './views/session-view.js';

/**
 * Closes a session that shall not go on. Everything stays, and it can be taken back.
 *
 * @throws MoveNotAllowedError when it is completed or cancelled already
 */
export const cancelSession = guarded(
  needs.cancelSession,
  sessionInput,
  async (deps: Deps, given): Promise<MoveOutput> => {
    const session = await findSession(deps, given.session);
    const cancelled = await moveSession(sessionPorts(deps), session, { move: 'cancel' });
    return { session: sessionView(cancelled), next: nextCommand(cancelled) };
  },
);
