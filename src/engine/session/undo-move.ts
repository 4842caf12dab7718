import { NothingToUndoError } from './errors.js';
import { inState, worded } from './move-session.js';
import { planningFacts } from './planning-facts.js';
import { planningOf } from './results.js';
import type { Session } from './session.js';
import { lastMove, type SessionEvent } from './session-event.js';
import type { SessionPorts } from './session-ports.js';
import type { SessionState } from './session-state.js';

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
  const restored = {
    ...inState(session, undone.before, now),
    ...(await wordsBefore(ports, session, undone.before)),
  };
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

/** The request in the words that it had before a revision was taken back. */
async function wordsBefore(ports: SessionPorts, session: Session, before: SessionState) {
  if (before.request === session.state.request) return {};
  const requests = await ports.journal.requests(session.id);
  return worded(requests.find(({ number }) => number === before.request)?.text);
}
