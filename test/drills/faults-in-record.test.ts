import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type App, openApp } from '../../src/app.js';
import { systemClock } from '../../src/base/clock.js';
import { fromLibrary, planSession, processAnswer } from '../../src/operations/index.js';
import type { Store } from '../../src/store/store.js';
import { exampleText } from '../cli/harness.js';
import { emptyStore } from '../fixtures/empty-store.js';
import { faultsInRecord } from './faults-in-record.js';

let store: Store;
let app: App;
beforeEach(async () => {
  store = await emptyStore(systemClock);
  app = { ...(await openApp({ db: ':memory:' })), store };
  await planSession(app, { request: fromLibrary('Add a login page') });
  await processAnswer(app, { answer: fromLibrary(exampleText('planning-answer.md')) });
});
afterEach(() => Promise.all([app.close(), store.close()]));

it('a record that was not tampered with has no faults', async () => {
  expect(await faultsInRecord(store)).toEqual([]);
});

it.each([
  [
    'a state that no event led to',
    sql`update orchestration_sessions set state = '{}'`,
    'its state is not that',
  ],
  ['an event that is lost', sql`delete from session_events where number = 1`, 'are not numbered'],
  ['an event that is lost at the end', sql`delete from session_events where number = 2`, 'after 1 events'],
  [
    'an event that begins elsewhere',
    sql`update session_events set before = '{}' where number = 2`,
    'event 2 does not begin',
  ],
  [
    'an answer that was changed',
    sql`update orchestration_phases set answer = x'00' where answer is not null`,
    'is not whole',
  ],
  [
    'an answer that was never settled',
    sql`update orchestration_phases set outcome = 'received' where step = 'process'`,
    'stands on an attempt that is received',
  ],
])('a fault is found: %s', async (_, tampering, fault) => {
  await tampering.execute(store.database);
  expect((await faultsInRecord(store)).join('\n')).toContain(fault);
});
