import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore, isServer } from '../../test/fixtures/empty-store.js';
import { minutesLater, someTime } from '../../test/fixtures/sessions.js';
import { TESTER } from '../../test/fixtures/test-server.js';
import type { Store } from './store.js';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
});
afterEach(() => store.close());

const nearest = (folders: readonly string[]) => store.activeChoices.nearest(folders, 'session');

describe('what is in use', () => {
  it('is what was chosen last at a place', async () => {
    await store.activeChoices.choose('/shop', 'session', 's1', someTime);
    await store.activeChoices.choose('/shop', 'session', 's2', minutesLater(1));
    expect(await nearest(['/shop'])).toBe('s2');
    const rows = await store.database.selectFrom('active_choices').select(['chosen', 'at']).execute();
    expect(rows).toEqual([{ chosen: 's2', at: minutesLater(1).toISOString() }]);
  });

  it('is the choice of the deepest folder that has one', async () => {
    await store.activeChoices.choose('/', 'session', 's1', minutesLater(2));
    await store.activeChoices.choose('/home/shop', 'session', 's2', someTime);
    await store.activeChoices.choose('/home/shop/src', 'session', 's3', someTime);
    expect(await nearest(['/home/shop', '/home', '/'])).toBe('s2');
    expect(await nearest(['/srv', '/'])).toBe('s1');
    expect(await nearest(['/srv'])).toBeNull();
  });

  it('is what one chose oneself, and never what somebody else did', async () => {
    const chosen = (login: string, place: string, session: string) =>
      store.database
        .insertInto('active_choices')
        .values({ login, place, kind: 'session', chosen: session, at: someTime.toISOString() })
        .execute();
    await chosen('ann', '/shop', 's1');
    expect(await nearest(['/shop', '/'])).toBeNull();
    await store.activeChoices.choose('/shop', 'session', 's2', someTime);
    expect(await nearest(['/shop', '/'])).toBe('s2');
    const rows = await store.database.selectFrom('active_choices').select(['login', 'chosen']).execute();
    expect(rows).toContainEqual({ login: 'ann', chosen: 's1' });
    expect(rows).toContainEqual({ login: isServer() ? TESTER : '', chosen: 's2' });
  });

  it.runIf(isServer())('is what was chosen before there were logins, until one chooses oneself', async () => {
    await store.database
      .insertInto('active_choices')
      .values({ login: '', place: '/shop', kind: 'session', chosen: 's1', at: someTime.toISOString() })
      .execute();
    expect(await nearest(['/shop', '/'])).toBe('s1');
    await store.activeChoices.choose('/shop', 'session', 's2', someTime);
    expect(await nearest(['/shop', '/'])).toBe('s2');
  });

  it('is kept apart for sessions and projects', async () => {
    await store.activeChoices.choose('/shop', 'session', 's1', someTime);
    await store.activeChoices.choose('/shop', 'project', 'p1', someTime);
    expect(await nearest(['/shop'])).toBe('s1');
    expect(await store.activeChoices.nearest(['/shop'], 'project')).toBe('p1');
  });

  it('is forgotten wherever it was chosen', async () => {
    await store.activeChoices.choose('/shop', 'session', 's1', someTime);
    await store.activeChoices.choose('/home', 'session', 's1', someTime);
    await store.activeChoices.choose('/srv', 'session', 's2', someTime);
    await store.activeChoices.forget('s1');
    expect(await nearest(['/shop', '/home'])).toBeNull();
    expect(await nearest(['/srv'])).toBe('s2');
  });
});
