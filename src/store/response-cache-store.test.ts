import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import { anExecution, writeExecution } from '../../test/fixtures/executions.js';
import { minutesLater, someTime } from '../../test/fixtures/sessions.js';
import { openStore } from './open-store.js';
import type { Store } from './store.js';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
});
afterEach(() => store.close());

/** An answer of ten bytes, given in this minute. */
const keep = (cacheKey: string, minute: number, cost: number | null = 100) =>
  writeExecution(
    store.executionJournal,
    { cacheKey, at: minutesLater(minute) },
    { response: 'ten büte', reasoning: 'y', cost },
  );

async function use(cacheKey: string, minute: number): Promise<void> {
  const answer = await store.responseCache.cached(cacheKey, new Date(0));
  if (answer === null) throw new Error(`nothing is cached as ${cacheKey}`);
  await store.executionJournal.answerFromCache(anExecution({ cacheKey, at: minutesLater(minute) }), answer);
}

const keys = async () => {
  const rows = await store.database.selectFrom('cache_entries').select('key').orderBy('key').execute();
  return rows.map(({ key }) => key);
};

describe('the cache', () => {
  it('knows what it holds, and what it was good for', async () => {
    expect(await store.responseCache.stats()).toEqual({
      entries: 0,
      bytes: 0,
      hits: 0,
      saved: 0,
      hitsOfUnknownCost: 0,
      oldest: null,
    });
    await keep('a', 1);
    await keep('b', 2, null);
    for (const minute of [3, 4]) await use('a', minute);
    await use('b', 5);
    expect(await store.responseCache.stats()).toEqual({
      entries: 2,
      bytes: 20,
      hits: 3,
      saved: 200,
      hitsOfUnknownCost: 1,
      oldest: minutesLater(1),
    });
  });

  it('gives the newest answer', async () => {
    await keep('a', 1);
    const newer = await keep('a', 2);
    expect(await store.responseCache.cached('a', new Date(0))).toMatchObject({ execution: newer });
    expect(await keys()).toEqual(['a']);
  });

  it('is emptied, and the executions stay', async () => {
    await keep('a', 1);
    await keep('b', 1);
    expect(await store.responseCache.clear()).toBe(2);
    expect(await store.responseCache.cached('a', new Date(0))).toBeNull();
    expect(await store.executions.count({})).toEqual({ count: 2, exact: true });
  });

  it('forgets what is older than a time', async () => {
    await keep('a', 1);
    await keep('b', 2);
    expect(await store.responseCache.pruneOlderThan(minutesLater(2))).toBe(1);
    expect(await keys()).toEqual(['b']);
  });

  it('forgets what was not used for longest, until the rest is small enough', async () => {
    for (const [minute, key] of ['a', 'b', 'c'].entries()) await keep(key, minute);
    await use('a', 9);
    expect(await store.responseCache.pruneToSize(30)).toBe(0);
    expect(await store.responseCache.pruneToSize(29)).toBe(1);
    expect(await keys()).toEqual(['a', 'c']);
    expect(await store.responseCache.pruneToSize(0)).toBe(2);
  });

  it('knows which questions executions were asked, each once', async () => {
    const ids = [await keep('a', 1), await keep('a', 2), await keep('b', 3)];
    await keep('c', 4);
    const unkept = await writeExecution(store.executionJournal);
    expect((await store.responseCache.keysOf([...ids, unkept])).toSorted()).toEqual(['a', 'b']);
    expect(await store.responseCache.keysOf([])).toEqual([]);
  });
});

describe('the identity of a store', () => {
  it('stays, and is another for one that was set up at another time', async () => {
    const other = await openStore(':memory:', { now: () => minutesLater(1) });
    const same = await openStore(':memory:', { now: () => minutesLater(1) });
    const identity = await other.responseCache.identity();
    expect(identity).toMatch(/^[0-9a-f]{16}$/);
    expect(await same.responseCache.identity()).toBe(identity);
    expect(await store.responseCache.identity()).not.toBe(identity);
    await Promise.all([other.close(), same.close()]);
  });
});
