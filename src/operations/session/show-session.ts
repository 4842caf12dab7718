import * as z from 'zod/mini';
import { redactSecrets } from '../../base/text/secrets.js';
import { nextCommand } from '../../engine/session/next-command.js';
import { analysisOf, answerTextOf, planningOf } from '../../engine/session/results.js';
import type { Session } from '../../engine/session/session.js';
import { attemptOf } from '../../engine/session/session-state.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { executionView } from '../execution/views/execution-view.js';
import { projectNamesFor } from '../execution/views/project-names.js';
import { findSession } from './find-session.js';
import { sessionInput } from './given-text.js';
import type { ShowOutput } from './outputs.js';
import { runStanding } from './run/run-standing.js';
import { sessionAt } from './session-at.js';
import type { SummaryView } from './view-shapes.js';
import { phaseViews } from './views/phase-views.js';
import { planningView } from './views/planning-view.js';
import { sessionExperiments } from './views/session-experiments.js';
import { sessionView } from './views/session-view.js';
import { standingSecrets } from './views/standing-secrets.js';
import { attemptView, partViews, stepViews } from './views/step-views.js';
import { summaryOf } from './views/summary-view.js';
import { workView } from './views/work-view.js';

const input = z.extend(sessionInput, {
  /** Show it as it was: after the event of this number, or at this time. */
  at: z.optional(z.union([z.int().check(z.positive()), z.date()])),
});

/** Everything a session holds, with credentials redacted. */
export const showSession = guarded(
  needs.showSession,
  input,
  async (deps: Deps, given): Promise<ShowOutput> => {
    const { journal } = deps.store;
    const present = await findSession(deps, given.session);
    const then = given.at === undefined ? null : await sessionAt(deps, present, given.at);
    const session = then?.session ?? present;
    const standing = await runStanding(deps, present);
    const attempts = await journal.attempts(session.id);
    const planning = await planningOf(journal, session);
    const executions = (await deps.executions?.executions.ofSession(session.id)) ?? [];
    const ratings = (await deps.executions?.ratings.ofSession(session.id)) ?? [];
    const names = await projectNamesFor(deps, executions);
    return {
      session: sessionView(session),
      work: await workView(deps, present, standing),
      experiments: await sessionExperiments(deps, present),
      at: then?.event.number ?? null,
      featureRequest: redactSecrets(session.featureRequest),
      steps: stepViews(session, attempts),
      parts: partViews(session),
      attempts: attempts.map((attempt) => attemptView(session, attempt)),
      planning: planning && planningView(planning),
      analysisResults: await analysisOf(journal, session),
      implementationResults: await answerTextOf(journal, session, 'complete'),
      summary: await standingSummary(deps, session),
      phases: phaseViews({ attempts, executions, ratings }),
      executions: executions.map((execution) => executionView(execution, names)),
      secrets: await standingSecrets(deps, session),
      next: standing?.next ?? nextCommand(present),
    };
  },
);

async function standingSummary(deps: Deps, session: Session): Promise<SummaryView | null> {
  const attempt = attemptOf(session.state, 'complete');
  const result = attempt === null ? null : await deps.store.journal.result(attempt);
  return result?.kind === 'implementation' ? summaryOf(deps, session) : null;
}
