import * as z from 'zod/mini';
import { nextCommand } from '../../engine/session/next-command.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { cursorTo, endAt } from '../paging/page-cursor.js';
import { findSession } from './find-session.js';
import { sessionInput } from './given-text.js';
import type { HistoryOutput } from './outputs.js';
import { runStanding } from './run/run-standing.js';
import { eventView, requestView } from './views/history-views.js';
import { sessionView } from './views/session-view.js';
import { attemptView } from './views/step-views.js';

const input = z.extend(sessionInput, {
  /** At most so many revisions, events and attempts, of each. */
  limit: z._default(z.int().check(z.positive(), z.maximum(10_000)), 50),
  /** Where the page before ended. */
  cursor: z.optional(z.string()),
});

/** How many revisions, events and attempts there were on the pages before: they are numbered from 1. */
const pageEnd = z.tuple([z.int(), z.int(), z.int()]);

/** What happened to a session: the request's revisions, its events and its attempts, oldest first, a page of each. */
export const sessionHistory = guarded(
  needs.sessionHistory,
  input,
  async (deps: Deps, given): Promise<HistoryOutput> => {
    const { journal } = deps.store;
    const session = await findSession(deps, given.session);
    const list = `history-${session.id}`;
    const [revised, happened, tried] = endAt(list, pageEnd, given.cursor) ?? [0, 0, 0];
    const requests = await journal.requests(session.id);
    const revisions = requests.slice(revised);
    const limit = given.limit + 1;
    const events = await journal.history(session.id, { limit, after: [happened] });
    const attempts = await journal.attempts(session.id, { limit, after: [tried] });
    const shown = <Row>(rows: readonly Row[]) => rows.slice(0, given.limit);
    const isLast = [revisions, events, attempts].every((rows) => rows.length <= given.limit);
    const end = [
      revised + shown(revisions).length,
      happened + shown(events).length,
      tried + shown(attempts).length,
    ];
    return {
      session: sessionView(session),
      requests: shown(revisions).map((request) => requestView(session, request, requests)),
      events: shown(events).map(eventView),
      attempts: shown(attempts).map((attempt) => attemptView(session, attempt)),
      cursor: isLast ? null : cursorTo(list, end),
      next: (await runStanding(deps, session))?.next ?? nextCommand(session),
    };
  },
);
