import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aWorker, batchPortsWith, follower, standing, writeBatch } from '../../../test/fixtures/batches.js';
import { emptyStore } from '../../../test/fixtures/empty-store.js';
import { says, scriptedModel } from '../../../test/fixtures/scripted-model.js';
import { someTime } from '../../../test/fixtures/sessions.js';
import type { Store } from '../../store/store.js';
import { runBatch } from './run-batch.js';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
});
afterEach(() => store.close());

const answers = () => scriptedModel([says('Yes.')]);

describe('a part of a batch', () => {
  it('is asked, and nothing else, and the last part completes the batch', async () => {
    const batch = await writeBatch(store, 10);
    const run = async (first: number, last: number) => {
      const model = answers();
      const end = await runBatch(await batchPortsWith(store, model), batch, follower().watch, {
        first,
        last,
      });
      return [end.is, model.asked.length];
    };
    expect(await run(1, 4)).toEqual(['part-over', 4]);
    expect(await standing(store.batchJournal, batch.id)).toMatchObject({ status: 'running', done: 4 });
    expect(await run(1, 4)).toEqual(['part-over', 0]);
    expect(await run(5, 200)).toEqual(['completed', 6]);
    expect(await standing(store.batchJournal, batch.id)).toMatchObject({ status: 'completed', done: 10 });
  });

  it('waits for what another has of it, and takes it when that one is gone', async () => {
    const batch = await writeBatch(store, 3);
    const other = aWorker();
    await store.workers.register(other);
    await store.batchJournal.claim(batch.id, other.id, 1, someTime);
    let looks = 0;
    const isGone = () => ++looks > 3;
    const model = answers();
    const ports = await batchPortsWith(store, model, { isGone });
    expect(await runBatch(ports, batch, follower().watch, { first: 1, last: 3 })).toEqual({
      is: 'completed',
    });
    expect([model.asked.length, looks > 3]).toEqual([3, true]);
  });

  it('is left when nobody wants more of it', async () => {
    const batch = await writeBatch(store, 3);
    const { watch } = follower({ drain: AbortSignal.abort() });
    const end = await runBatch(await batchPortsWith(store, answers()), batch, watch, { first: 1, last: 3 });
    expect(end).toEqual({ is: 'drained' });
    expect(await standing(store.batchJournal, batch.id)).toMatchObject({ status: 'running', done: 0 });
  });
});
