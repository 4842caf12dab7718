import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore } from '../../../test/fixtures/empty-store.js';
import { writeExecution } from '../../../test/fixtures/executions.js';
import { minutesLater, someTime } from '../../../test/fixtures/sessions.js';
import { ExecutionJournalStore } from '../../store/execution-journal-store.js';
import type { Store } from '../../store/store.js';
import { AnswerMemory } from './answer-memory.js';
import type { CachedAnswer } from './execution-journal.js';
import { withAnswerTiers } from './with-answer-tiers.js';

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
const remembering = () => withAnswerTiers(journal, [new AnswerMemory()]);

describe('a journal with a memory', () => {
  it('reads an answer once', async () => {
    const id = await write('key', 'Yes.');
    const tiered = remembering();
    const [first, second] = [await tiered.cached('key', ever), await tiered.cached('key', ever)];
    expect(first).toMatchObject({ execution: id, response: 'Yes.' });
    expect(second).toEqual(first);
    expect(journal.reads).toBe(1);
  });

  it('knows nothing of what was never there, or is too old', async () => {
    await write('key', 'Yes.');
    const tiered = remembering();
    expect(await tiered.cached('other', ever)).toBeNull();
    await tiered.cached('key', ever);
    expect(await tiered.cached('key', minutesLater(1))).toBeNull();
  });

  it('forgets what somebody else took out of the store', async () => {
    await write('key', 'Yes.');
    const tiered = remembering();
    await tiered.cached('key', ever);
    await store.responseCache.clear();
    expect(await tiered.cached('key', ever)).toBeNull();
  });

  it('takes the newer answer when there is one', async () => {
    await write('key', 'Yes.');
    const tiered = remembering();
    await tiered.cached('key', ever);
    await write('key', 'No.', minutesLater(1));
    expect(await tiered.cached('key', ever)).toMatchObject({ response: 'No.' });
  });

  it('keeps as many answers, and as much of them, as it is allowed', async () => {
    for (const key of ['a', 'b', 'long']) await write(key, key === 'long' ? 'x'.repeat(2000) : key);
    const memory = new AnswerMemory({ answers: 1, bytes: 2000 });
    const tiered = withAnswerTiers(journal, [memory]);
    for (const key of ['a', 'b', 'b', 'a', 'long', 'long', 'a']) await tiered.cached(key, ever);
    expect(journal.reads).toBe(5);
    expect(await memory.use()).toEqual({ answers: 1, bytes: 502, hits: 2, misses: 5 });
  });
});

describe('a journal with several tiers', () => {
  it('fills those before the one that has the answer, and asks none after it', async () => {
    await write('key', 'Yes.');
    const [near, middle, far] = [new AnswerMemory(), new AnswerMemory(), new AnswerMemory()];
    await withAnswerTiers(journal, [middle]).cached('key', ever);
    const tiered = withAnswerTiers(journal, [near, middle, far]);
    for (let times = 0; times < 2; times++) await tiered.cached('key', ever);
    expect(await near.use()).toMatchObject({ hits: 1, misses: 1, answers: 1 });
    expect(await middle.use()).toMatchObject({ hits: 1 });
    expect(await far.use()).toMatchObject({ misses: 0, answers: 0 });
    expect(journal.reads).toBe(1);
  });
});
