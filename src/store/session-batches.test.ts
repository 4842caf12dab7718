import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import { anAnswer, aSession, creationOf, someTime } from '../../test/fixtures/sessions.js';
import type { SessionId } from '../base/ids.js';
import type { Session } from '../engine/session/session.js';
import { BATCH_BYTES } from './in-batches.js';
import { sessionBatches } from './session-batches.js';
import type { Store } from './store.js';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
});
afterEach(() => store.close());

async function written(given: Partial<Session> = {}): Promise<SessionId> {
  const session = aSession(given);
  await store.journal.create(creationOf(session));
  return session.id;
}

const half = 'x'.repeat(BATCH_BYTES / 2);

it('reads sessions together that are small, and alone what is large by its request or its answers', async () => {
  const small = [await written(), await written()];
  const wordy = await written({ featureRequest: half });
  const answered = await written();
  for (const _ of [1, 2]) await store.journal.receive(anAnswer(answered, half));
  const batches: SessionId[][] = [];
  for await (const batch of sessionBatches(store.database, [...small, wordy, answered])) batches.push(batch);
  expect(batches).toEqual([small, [wordy], [answered]]);
});
