import { nextCommand } from '../../engine/session/next-command.js';
import { planningOf } from '../../engine/session/results.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { findSession } from './find-session.js';
import { sessionInput } from './given-text.js';
import type { StatusOutput } from './outputs.js';
import { runStanding } from './run/run-standing.js';
import { sessionExperiments } from './views/session-experiments.js';
import { sessionView } from './views/session-view.js';
import { partViews, stepViews } from './views/step-views.js';
import { suggestionView } from './views/suggestion-view.js';
import { workView } from './views/work-view.js';

/** Where a session stands: each step's state, what blocks it, its parts, and the next command. */
export const sessionStatus = guarded(
  needs.sessionStatus,
  sessionInput,
  async (deps: Deps, given): Promise<StatusOutput> => {
    const session = await findSession(deps, given.session);
    const attempts = await deps.store.journal.attempts(session.id);
    const planning = await planningOf(deps.store.journal, session);
    const standing = await runStanding(deps, session);
    const incomplete = session.state.steps.process.state === 'incomplete';
    return {
      session: sessionView(session),
      work: await workView(deps, session, standing),
      experiments: await sessionExperiments(deps, session),
      steps: stepViews(session, attempts),
      parts: partViews(session),
      suggestion: suggestionView(session, planning),
      missing: incomplete ? [...(planning?.missing ?? [])] : [],
      unread: attempts
        .filter(({ outcome }) => outcome === 'received')
        .map(({ id, step }) => ({ attempt: id, step })),
      run: standing && {
        id: standing.run.id,
        status: standing.run.status,
        waiting: standing.waiting,
        problem: standing.run.problem,
      },
      next: standing?.next ?? (incomplete ? `${nextCommand(session)} --append` : nextCommand(session)),
    };
  },
);
