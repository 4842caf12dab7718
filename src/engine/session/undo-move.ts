import { NothingToUndoError } from './errors.js';
import { inState } from './move-session.js';
import { planningFacts } from './planning-facts.js';
import { planningOf } from './results.js';
import type { Session } from './session.js';
import { lastMove, type SessionEvent } from './session-event.js';
import type { SessionPorts } from './session-ports.js';

/**
 * Takes the last move back. Attempts stay: what was pasted is never lost, only no longer the session's
 * result. Undoing again goes further back, to the planning prompt at most.
 *
 * @throws NothingToUndoError when no move is left
 * @throws SessionChangedError when somebody else moved the session meanwhile
 */
export async function undoMove(
  ports: SessionPorts,
  session: Session,
): Promise<{ session: Session; undone: SessionEvent }> {
  const undone = lastMove(await ports.journal.history(session.id));
  if (undone === undefined || undone.before === null) throw new NothingToUndoError(session.id);
  const now = ports.clock.now();
  const restored = inState(session, undone.before, now);
  const facts = planningFacts(await planningOf(ports.journal, restored));
  const written = await ports.journal.commit({
    session: { ...restored, ...facts },
    event: {
      sessionId: session.id,
      at: now,
      actor: ports.actor,
      kind: 'undone',
      step: undone.step,
      attempt: undone.attempt,
      before: session.state,
      after: undone.before,
      undoes: undone.number,
    },
  });
  return { session: written, undone };
}
