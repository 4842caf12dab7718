import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aWorker, writeBatch } from '../../test/fixtures/batches.js';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import { someTime } from '../../test/fixtures/sessions.js';
import type { WorkerId } from '../base/ids.js';
import type { Batch } from '../engine/batch/batch.js';
import type { ItemRange } from '../engine/batch/item-range.js';
import type { Store } from './store.js';

let store: Store;
let worker: WorkerId;
let batch: Batch;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
  const registered = aWorker();
  await store.workers.register(registered);
  worker = registered.id;
  batch = await writeBatch(store, 10);
});
afterEach(() => store.close());

const claim = async (most: number, within?: ItemRange) =>
  (await store.batchJournal.claim(batch.id, worker, most, someTime, within)).map(({ position }) => position);
const fail = (position: number) =>
  store.batchJournal.fail(batch.id, worker, position, { code: 'c', message: 'No.' });

describe('a part of a batch', () => {
  it('is all that is claimed of it', async () => {
    expect(await claim(9, { first: 4, last: 6 })).toEqual([4, 5, 6]);
    expect(await claim(9, { first: 4, last: 6 })).toEqual([]);
    expect(await claim(9)).toEqual([1, 2, 3, 7, 8, 9, 10]);
  });

  it('is over when nothing in it waits or is being asked, whatever is outside', async () => {
    const part = { first: 9, last: 200 };
    expect(await store.batchJournal.isOver(batch.id, part)).toBe(false);
    await claim(9, part);
    expect(await store.batchJournal.isOver(batch.id, part)).toBe(false);
    await fail(9);
    await fail(10);
    expect(await store.batchJournal.isOver(batch.id, part)).toBe(true);
  });

  it('is left when something in it waits or is being asked', async () => {
    const left = () => store.batches.rangesLeft(batch.id, 4);
    const all = [
      { first: 1, last: 4 },
      { first: 5, last: 8 },
      { first: 9, last: 12 },
    ];
    expect(await left()).toEqual(all);
    for (const position of await claim(9, { first: 5, last: 8 })) await fail(position);
    await claim(1, { first: 9, last: 9 });
    expect(await left()).toEqual([all[0], all[2]]);
  });
});
