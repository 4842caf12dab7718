import type { App } from '../../../src/app.js';
import {
  listExecutions,
  listSessions,
  searchExecutions,
  sessionStatus,
  showExecution,
} from '../../../src/operations/index.js';
import { cursorTo } from '../../../src/operations/paging/page-cursor.js';
import { isUntouched, sessionIdOf, sessionTime } from '../fill-store.js';
import { idOf, type MatchCount, markedWord, matchCounts, timeOf } from './execution-rows.js';
import { projectOf } from './scale-projects.js';

/** How much a store holds. */
export interface ScaleSize {
  readonly executions: number;
  readonly sessions: number;
}

/** What is asked of a store, over and over, each time of something else. */
export interface Question {
  readonly name: string;
  ask(app: App, size: ScaleSize, time: number): Promise<unknown>;
}

const page = { limit: 50 };
const failed = { status: 'failed' } as const;
const inAnalysis = { status: 'analysis' } as const;

export const questions: readonly Question[] = [
  { name: 'executions, first page', ask: (app) => listExecutions(app, page) },
  {
    name: 'executions, page at a deep cursor',
    ask: (app, { executions }, time) =>
      listExecutions(app, { ...page, cursor: executionCursor(deepIn(executions, time)) }),
  },
  {
    name: 'executions of a project that failed',
    ask: (app, _, time) => listExecutions(app, { ...page, ...failed, project: projectOf(time).name }),
  },
  {
    name: 'executions of a project that failed, page at a deep cursor',
    ask: (app, { executions }, time) =>
      listExecutions(app, {
        ...page,
        ...failed,
        project: projectOf(time).name,
        cursor: executionCursor(deepIn(executions, time)),
      }),
  },
  {
    name: 'showing an execution',
    ask: (app, { executions }, time) => showExecution(app, { execution: idOf(deepIn(executions, time)) }),
  },
  ...matchCounts.map(searchFor),
  { name: 'sessions, first page', ask: (app) => listSessions(app, page) },
  {
    name: 'sessions, page at a deep cursor',
    ask: (app, { sessions }, time) =>
      listSessions(app, { ...page, cursor: sessionCursor(deepIn(sessions, time)) }),
  },
  {
    name: 'sessions of a project in analysis',
    ask: (app, _, time) => listSessions(app, { ...page, ...inAnalysis, project: projectOf(time).name }),
  },
  {
    name: 'sessions of a project in analysis, page at a deep cursor',
    ask: (app, { sessions }, time) =>
      listSessions(app, {
        ...page,
        ...inAnalysis,
        project: projectOf(time).name,
        cursor: sessionCursor(deepIn(sessions, time)),
      }),
  },
  {
    name: 'showing a session',
    ask: (app, { sessions }, time) =>
      sessionStatus(app, { session: sessionIdOf(untouchedBefore(deepIn(sessions, time))) }),
  },
];

function searchFor(matches: MatchCount): Question {
  return {
    name: `search for a word that ${matches} have`,
    ask: async (app, { executions }, time) => {
      const text = markedWord(deepIn(executions, time), executions, matches);
      const { hits } = await searchExecutions(app, { text, limit: 20 });
      // The figures would say nothing if nothing were found.
      if (hits.length !== Math.min(matches, 20)) throw new Error(`${text} was found ${hits.length} times`);
    },
  };
}

/** A number in the second quarter of what there is, far from the one before. Behind it a page is still full. */
function deepIn(count: number, time: number): number {
  const quarter = Math.floor(count / 4);
  return quarter + ((time * 7919) % quarter);
}

/** What was done at a session is not in the store, only how far it came. */
function untouchedBefore(number: number): number {
  return isUntouched(number) ? number : untouchedBefore(number - 1);
}

function executionCursor(number: number): string {
  return cursorTo('executions', [timeOf(number).getTime(), idOf(number)]);
}

function sessionCursor(number: number): string {
  return cursorTo('s-updated', [sessionTime(number).getTime(), 's']);
}
