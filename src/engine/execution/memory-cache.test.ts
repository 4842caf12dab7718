import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore } from '../../../test/fixtures/empty-store.js';
import { writeExecution } from '../../../test/fixtures/executions.js';
import { minutesLater, someTime } from '../../../test/fixtures/sessions.js';
import { ExecutionJournalStore } from '../../store/execution-journal-store.js';
import type { Store } from '../../store/store.js';
import type { CachedAnswer } from './execution-journal.js';
import { withMemoryCache } from './memory-cache.js';

/** Counts how often an answer is read from the store. */
class CountingJournal extends ExecutionJournalStore {
  reads = 0;

  override cached(key: string, notBefore: Date): Promise<CachedAnswer | null> {
    this.reads++;
    return super.cached(key, notBefore);
  }
}

let store: Store;
let journal: CountingJournal;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
  journal = new CountingJournal(store.database);
});
afterEach(() => store.close());

const ever = new Date(0);
const write = (cacheKey: string, response: string, at = someTime) =>
  writeExecution(journal, { cacheKey }, { response, at });

describe('a journal with a memory', () => {
  it('reads an answer once', async () => {
    const id = await write('key', 'Yes.');
    const remembering = withMemoryCache(journal);
    const [first, second] = [await remembering.cached('key', ever), await remembering.cached('key', ever)];
    expect(first).toMatchObject({ execution: id, response: 'Yes.' });
    expect(second).toEqual(first);
    expect(journal.reads).toBe(1);
  });

  it('knows nothing of what was never there, or is too old', async () => {
    await write('key', 'Yes.');
    const remembering = withMemoryCache(journal);
    expect(await remembering.cached('other', ever)).toBeNull();
    await remembering.cached('key', ever);
    expect(await remembering.cached('key', minutesLater(1))).toBeNull();
  });

  it('forgets what somebody else took out of the store', async () => {
    await write('key', 'Yes.');
    const remembering = withMemoryCache(journal);
    await remembering.cached('key', ever);
    await store.responseCache.clear();
    expect(await remembering.cached('key', ever)).toBeNull();
  });

  it('takes the newer answer when there is one', async () => {
    await write('key', 'Yes.');
    const remembering = withMemoryCache(journal);
    await remembering.cached('key', ever);
    await write('key', 'No.', minutesLater(1));
    expect(await remembering.cached('key', ever)).toMatchObject({ response: 'No.' });
  });

  it('keeps as many answers, and as much of them, as it is allowed', async () => {
    for (const key of ['a', 'b', 'long']) await write(key, key === 'long' ? 'x'.repeat(2000) : key);
    const remembering = withMemoryCache(journal, { answers: 1, bytes: 2000 });
    for (const key of ['a', 'b', 'b', 'a', 'long', 'long', 'a']) await remembering.cached(key, ever);
    expect(journal.reads).toBe(5);
  });
});
