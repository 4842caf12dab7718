import { nextCommand } from '../../engine/session/next-command.js';
import { undoMove as undo } from '../../engine/session/undo-move.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { type Deps, sessionPorts } from '../deps.js';
import { findSessionEvenDeleted } from './find-session.js';
import { sessionInput } from './given-text.js';
import type { UndoOutput } from './outputs.js';
import { sessionView } from './views/session-view.js';

/**
 * Takes a session's last move back: a step, a cancellation or a deletion.
 *
 * @throws NothingToUndoError when no move is left
 */
export const undoMove = guarded(
  needs.undoMove,
  sessionInput,
  async (deps: Deps, given): Promise<UndoOutput> => {
    const session = await findSessionEvenDeleted(deps, given.session);
    const restored = await undo(sessionPorts(deps), session);
    const { kind, step, at, actor } = restored.undone;
    return {
      session: sessionView(restored.session),
      undone: { kind, step, at, actor },
      next: nextCommand(restored.session),
    };
  },
);
