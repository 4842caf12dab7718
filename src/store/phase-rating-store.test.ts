import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import { minutesLater, someTime } from '../../test/fixtures/sessions.js';
import { newSessionId } from '../base/ids.js';
import type { PhaseRating } from './phase-rating-store.js';
import type { Store } from './store.js';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
});
afterEach(() => store.close());

it('the newest rating of each phase counts, and none is lost', async () => {
  const session = newSessionId();
  const first: PhaseRating = {
    session,
    phase: 'planning',
    rating: 2,
    note: 'thin',
    actor: 'ada',
    at: someTime,
  };
  const second: PhaseRating = { ...first, rating: 4, note: null, actor: 'bob', at: minutesLater(-5) };
  const analysis: PhaseRating = { ...first, phase: 'analysis' };
  for (const rating of [first, analysis, second]) await store.ratings.add(rating);
  await store.ratings.add({ ...first, session: newSessionId(), rating: 1 });
  expect(await store.ratings.ofSession(session)).toEqual([analysis, second]);
  expect(await store.database.selectFrom('phase_ratings').select('number').execute()).toHaveLength(4);
});
