import { newAttemptId, type SessionId } from '../../src/base/ids.js';
import type { SessionProject } from '../../src/engine/session/session.js';
import { initialState, type SessionState } from '../../src/engine/session/session-state.js';
import { type Step, steps } from '../../src/engine/session/step.js';
import { openStore } from '../../src/store/open-store.js';
import { sessionToRow } from '../../src/store/session-row.js';
import type { Store } from '../../src/store/store.js';
import { scatteredDigits } from './scattered-digits.js';

const CHUNK = 500;
const MINUTE = 60_000;

/** Fills a new store with sessions in every status. */
export async function fillStore(db: string, count: number): Promise<void> {
  const store = await openStore(db, { now: () => new Date() });
  await fillSessions(store, count, () => null);
  await store.close();
}

/** @param projectOf the project of a session by its number */
export async function fillSessions(
  { database }: Store,
  count: number,
  projectOf: (number: number) => SessionProject | null,
): Promise<void> {
  for (let from = 0; from < count; from += CHUNK) {
    const rows = Array.from({ length: Math.min(CHUNK, count - from) }, (_, at) =>
      row(from + at, projectOf(from + at)),
    );
    await database.insertInto('orchestration_sessions').values(rows).execute();
  }
}

/** When a session of `fillSessions` was made, and changed last. */
export function sessionTime(number: number): Date {
  return new Date(Date.UTC(2026, 0, 1) + number * MINUTE);
}

/** The id of a session of `fillSessions`; as in the program, those of one time lie anywhere. */
export function sessionIdOf(number: number): SessionId {
  return `s${scatteredDigits(number)}` as SessionId;
}

/** Whether nothing was done yet at a session of `fillSessions`: every so many are as they were made. */
export function isUntouched(number: number): boolean {
  return number % (steps.length + 1) === 0;
}

function row(number: number, project: SessionProject | null) {
  const created = sessionTime(number);
  return sessionToRow({
    id: sessionIdOf(number),
    project,
    featureRequest: `Feature ${number}\n\n${'Something that somebody wants to have built. '.repeat(20)}`,
    title: `Feature ${number}`,
    featureType: number % 3 === 0 ? 'api' : null,
    templates: {},
    state: stateAfter(number % (steps.length + 1)),
    complexity: 'Medium-High',
    timeEstimate: '12-16 hours',
    version: 1,
    createdBy: 'bench',
    createdAt: created,
    updatedAt: created,
    completedAt: null,
    deletedAt: null,
  });
}

function stateAfter(done: number): SessionState {
  const attempted = steps
    .slice(0, done)
    .map((step) => [step, { state: 'done', attempt: newAttemptId() }] as const);
  return {
    ...initialState,
    steps: { ...initialState.steps, ...Object.fromEntries(attempted) } as Record<Step, never>,
  };
}
