import { moveSession } from '../../engine/session/move-session.js';
import { nextCommand } from '../../engine/session/next-command.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { type Deps, sessionPorts } from '../deps.js';
import { findSession } from './find-session.js';
import { sessionInput } from './given-text.js';
import type { DeleteOutput } from './outputs.js';
import { sessionView } from './views/session-view.js';

const UNDO_TIME_MS = 24 * 60 * 60 * 1000;

/**
 * Deletes a session. For a day it can be brought back; what was deleted longer ago goes for good with the
 * next deletion.
 */
export const deleteSession = guarded(
  needs.deleteSession,
  sessionInput,
  async (deps: Deps, given): Promise<DeleteOutput> => {
    const session = await findSession(deps, given.session);
    const attempts = await deps.store.journal.attempts(session.id);
    const deleted = await moveSession(sessionPorts(deps), session, { move: 'delete' });
    const now = deps.clock.now().getTime();
    const purged = await deps.store.sessions.purgeDeletedBefore(new Date(now - UNDO_TIME_MS));
    return {
      session: sessionView(deleted),
      attempts: attempts.length,
      undoUntil: new Date(now + UNDO_TIME_MS),
      purged,
      next: nextCommand(deleted),
    };
  },
);
