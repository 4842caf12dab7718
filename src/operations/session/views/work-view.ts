import type { Session } from '../../../engine/session/session.js';
import type { Deps } from '../../deps.js';
import type { RunStanding } from '../run/run-standing.js';
import type { WorkView } from '../view-shapes.js';

/** Whose session it is, who moved it last, and who has a run at work on it. */
export async function workView(
  deps: Deps,
  session: Session,
  standing: RunStanding | null,
): Promise<WorkView> {
  const last = await deps.store.journal.lastMove(session.id);
  const run = standing?.run;
  return {
    owner: session.createdBy,
    last: last && { actor: last.actor, at: last.at },
    run: run?.status === 'running' && run.owner ? { actor: run.actor, host: run.owner.host } : null,
  };
}
