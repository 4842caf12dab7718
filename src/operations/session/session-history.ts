import { lineDifference } from '../../base/text/line-difference.js';
import { redactSecrets } from '../../base/text/secrets.js';
import { nextCommand } from '../../engine/session/next-command.js';
import type { SessionEvent } from '../../engine/session/session-event.js';
import type { RequestRevision } from '../../engine/session/session-journal.js';
import { statusOf } from '../../engine/session/session-state.js';
import type { Deps } from '../deps.js';
import { operation } from '../operation.js';
import { findSession } from './find-session.js';
import { sessionInput } from './given-text.js';
import type { EventView, HistoryOutput } from './outputs.js';
import { runStanding } from './run/run-standing.js';
import { sessionView } from './views/session-view.js';
import { attemptView } from './views/step-views.js';

/** All that happened to a session: the request's revisions, its events and its attempts. */
export const sessionHistory = operation(sessionInput, async (deps: Deps, given): Promise<HistoryOutput> => {
  const { journal } = deps.store;
  const session = await findSession(deps, given.session);
  const requests = await journal.requests(session.id);
  return {
    session: sessionView(session),
    requests: requests.map((request) => ({
      ...revisionView(
        request,
        requests.find(({ number }) => number === request.replaces),
      ),
      current: request.number === session.state.request,
    })),
    events: (await journal.history(session.id)).map(eventView),
    attempts: (await journal.attempts(session.id)).map((attempt) => attemptView(session, attempt)),
    next: (await runStanding(deps, session))?.next ?? nextCommand(session),
  };
});

function revisionView({ number, at, actor, text }: RequestRevision, before: RequestRevision | undefined) {
  const difference = before === undefined ? null : redactSecrets(lineDifference(before.text, text));
  return { number, at, actor, text: redactSecrets(text), difference };
}

function eventView({ number, at, actor, kind, step, attempt, undoes, after }: SessionEvent): EventView {
  return { number, at, actor, kind, step, attempt, undoes, status: statusOf(after) };
}
