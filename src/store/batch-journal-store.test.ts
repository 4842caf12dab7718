import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  aBatch,
  aWorker,
  someItems,
  someProcess,
  standing,
  writeBatch,
} from '../../test/fixtures/batches.js';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import { aCall, anEnd, anEndedCall, anExecution, noCeilings } from '../../test/fixtures/executions.js';
import { minutesLater, someTime } from '../../test/fixtures/sessions.js';
import { newBatchId } from '../base/ids.js';
import type { Batch, ClaimedItem } from '../engine/batch/batch.js';
import type { Store } from './store.js';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
});
afterEach(() => store.close());

const journal = () => store.batchJournal;
const again = ({ id }: Batch) => standing(journal(), id);
const positions = (items: readonly ClaimedItem[]) => items.map(({ position }) => position);

async function newWorker() {
  const worker = aWorker();
  await store.workers.register(worker);
  return worker.id;
}

async function loadingBatch(): Promise<Batch> {
  const batch = aBatch();
  await journal().create(batch);
  return batch;
}

describe('a batch that is loading', () => {
  it('is kept as it is given', async () => {
    const batch = aBatch({
      name: 'NUL \0, lone \ud83d, 漢字',
      settings: {
        concurrency: 3,
        rate: { calls: 90, seconds: 60 },
        maxCost: 2 ** 53 - 1,
        repeat: 2,
        question: { a: [null] },
      },
      problem: { code: 'c', message: 'm' },
    });
    await journal().create(batch);
    expect(await journal().batch(batch.id)).toEqual(batch);
    expect(await journal().batch(newBatchId())).toBeNull();
  });

  it('can be taken back with its rows, and one that runs cannot', async () => {
    const batch = await loadingBatch();
    await journal().addItems(batch.id, someProcess, someItems(3), someTime);
    await journal().discard(batch.id);
    expect(await journal().batch(batch.id)).toBeNull();
    expect(await store.batches.items(batch.id, 'pending', 9)).toEqual([]);
    const running = await writeBatch(store, 2);
    await journal().discard(running.id);
    expect(await again(running)).toEqual(running);
  });

  it('gives nothing out, and runs once all rows are there', async () => {
    const batch = await loadingBatch();
    const worker = await newWorker();
    await journal().addItems(batch.id, someProcess, someItems(3), someTime);
    expect(await journal().claim(batch.id, worker, 9, someTime)).toEqual([]);
    await journal().addItems(batch.id, someProcess, someItems(2, 4), someTime);
    await journal().loaded(batch.id, someProcess, minutesLater(1));
    expect(await again(batch)).toMatchObject({
      status: 'running',
      rows: 5,
      loader: null,
      updatedAt: minutesLater(1),
    });
    expect(positions(await journal().claim(batch.id, worker, 9, someTime))).toEqual([1, 2, 3, 4, 5]);
  });

  it('is loaded by one process only, and by none after it was cancelled', async () => {
    const batch = await loadingBatch();
    const other = { ...someProcess, pid: 2 };
    const refusal = { code: 'BATCH_STATE', kind: 'not-allowed' };
    await expect(journal().addItems(batch.id, other, someItems(1), someTime)).rejects.toMatchObject(refusal);
    await expect(journal().resume(batch.id, batch.settings, someTime)).rejects.toMatchObject(refusal);
    await expect(journal().retry(batch.id, someTime)).rejects.toMatchObject(refusal);
    await journal().cancel(batch.id, someTime);
    await expect(journal().addItems(batch.id, someProcess, someItems(1), someTime)).rejects.toMatchObject(
      refusal,
    );
    await expect(journal().loaded(batch.id, someProcess, someTime)).rejects.toMatchObject(refusal);
  });

  it('counts what cannot be read as failed, and keeps values as they are', async () => {
    const batch = await loadingBatch();
    const problem = { code: 'DATA_UNREADABLE', message: 'Too short.' };
    const input = { text: 'NUL \0, lone \ud83d', deep: { list: [1, null, true] } };
    await journal().addItems(
      batch.id,
      someProcess,
      [
        { position: 1, row: 1, repetition: 1, problem, input: {} },
        { position: 2, row: 2, repetition: 1, problem: null, input },
      ],
      someTime,
    );
    await journal().loaded(batch.id, someProcess, someTime);
    expect(await again(batch)).toMatchObject({ rows: 2, failed: 1 });
    const [item, ...others] = await journal().claim(batch.id, await newWorker(), 9, someTime);
    expect([item?.input, others]).toEqual([input, []]);
    expect(await store.batches.items(batch.id, 'failed', 9)).toMatchObject([{ position: 1, problem }]);
  });
});

describe('items', () => {
  it('are given in order, each to one worker', async () => {
    const batch = await writeBatch(store, 7);
    const [one, other] = [await newWorker(), await newWorker()];
    const [first, second] = await Promise.all([
      journal().claim(batch.id, one, 3, someTime),
      journal().claim(batch.id, other, 3, someTime),
    ]);
    expect([...positions(first), ...positions(second)].toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(positions(await journal().claim(batch.id, one, 3, someTime))).toEqual([7]);
    expect(await journal().claim(batch.id, other, 3, someTime)).toEqual([]);
    expect((await journal().holders(batch.id)).map(({ claimed }) => claimed).toSorted()).toEqual([3, 4]);
  });

  it('go back from who has them, and from nobody else', async () => {
    const batch = await writeBatch(store, 2);
    const [one, other] = [await newWorker(), await newWorker()];
    await journal().claim(batch.id, one, 2, someTime);
    await journal().giveBack(batch.id, other, [1, 2]);
    expect(await store.batches.tally(batch.id)).toMatchObject({ claimed: 2 });
    await journal().giveBack(batch.id, one, [2]);
    expect(positions(await journal().claim(batch.id, other, 9, someTime))).toEqual([2]);
    await journal().fail(batch.id, other, 1, { code: 'c', message: 'm' });
    expect(await again(batch)).toMatchObject({ failed: 0 });
  });

  it('that come back after the batch was cancelled are cancelled, too', async () => {
    const batch = await writeBatch(store, 3);
    const worker = await newWorker();
    await journal().claim(batch.id, worker, 2, someTime);
    expect(await journal().cancel(batch.id, someTime)).toBe(1);
    await journal().giveBack(batch.id, worker, [1]);
    expect(await journal().release(batch.id, worker)).toBe(1);
    expect(await store.batches.tally(batch.id)).toMatchObject({ cancelled: 3, pending: 0, claimed: 0 });
  });

  it('end in the transaction that ends their execution, with what it cost', async () => {
    const batch = await writeBatch(store, 1);
    const worker = await newWorker();
    await journal().claim(batch.id, worker, 1, someTime);
    const place = { batch: batch.id, position: 1, worker, callsBefore: 0 };
    const execution = anExecution({ place });
    await store.executionJournal.begin(execution, aCall({ reserved: 50 }), noCeilings);
    expect(await again(batch)).toMatchObject({ reserved: 50, spent: 0, done: 0 });
    await store.executionJournal.finish(execution, anEndedCall({ cost: 20 }), anEnd());
    expect(await again(batch)).toMatchObject({ reserved: 0, spent: 20, done: 1 });
    expect(await store.batches.results(batch.id, { limit: 9 })).toMatchObject([
      { status: 'done', answer: 'Yes.', execution: execution.id, calls: 1, cached: false },
    ]);
    expect((await store.executions.list({}, { limit: 1 }))[0]?.place).toEqual({
      batch: batch.id,
      position: 1,
    });
  });

  it('answered by the cache take no call', async () => {
    const batch = await writeBatch(store, 1);
    const worker = await newWorker();
    await journal().claim(batch.id, worker, 1, someTime);
    const asked = anExecution({ cacheKey: 'k' });
    await store.executionJournal.begin(asked, aCall(), noCeilings);
    await store.executionJournal.finish(asked, anEndedCall(), anEnd());
    const answer = await store.executionJournal.cached('k', minutesLater(-1));
    const place = { batch: batch.id, position: 1, worker, callsBefore: 0 };
    await store.executionJournal.answerFromCache(
      anExecution({ place, cacheKey: 'k' }),
      answer ?? expect.fail(),
    );
    expect(await store.batches.results(batch.id, { limit: 9 })).toMatchObject([
      { status: 'done', answer: 'Yes.', calls: 0, cached: true },
    ]);
    expect(await again(batch)).toMatchObject({ done: 1, spent: 0 });
  });
});

describe('the times at which calls may begin', () => {
  const MICROSECONDS = someTime.getTime() * 1000;

  it('follow each other, whoever takes them', async () => {
    const batch = await writeBatch(store, 1);
    const taken = await Promise.all(
      [3, 2, 1].map((count) => journal().takeSlots(batch.id, count, 250, someTime)),
    );
    expect(taken).toContain(MICROSECONDS);
    expect(new Set(taken).size).toBe(3);
    expect(await journal().takeSlots(batch.id, 1, 250, someTime)).toBe(MICROSECONDS + 6 * 250);
  });

  it('are not saved up', async () => {
    const batch = await writeBatch(store, 1);
    await journal().takeSlots(batch.id, 1, 250, someTime);
    const later = minutesLater(1);
    expect(await journal().takeSlots(batch.id, 1, 250, later)).toBe(later.getTime() * 1000);
  });
});

describe('a batch', () => {
  it('is completed when all is done, and not before', async () => {
    const batch = await writeBatch(store, 1);
    const worker = await newWorker();
    expect(await journal().complete(batch.id, someTime)).toBe(false);
    await journal().claim(batch.id, worker, 1, someTime);
    await journal().fail(batch.id, worker, 1, { code: 'c', message: 'm' });
    expect(await journal().complete(batch.id, minutesLater(1))).toBe(true);
    expect(await again(batch)).toMatchObject({ status: 'completed', finishedAt: minutesLater(1), failed: 1 });
    await expect(journal().cancel(batch.id, someTime)).rejects.toMatchObject({ code: 'BATCH_STATE' });
    expect(await journal().retry(batch.id, someTime)).toBe(1);
    expect(await again(batch)).toMatchObject({ status: 'paused', finishedAt: null, failed: 0 });
  });

  it('that is paused gives nothing out until it is resumed, on the terms that are given then', async () => {
    const batch = await writeBatch(store, 1);
    const worker = await newWorker();
    const problem = { code: 'auth', message: 'Who are you?' };
    await journal().pause(batch.id, problem, someTime);
    await journal().pause(batch.id, null, someTime);
    expect(await again(batch)).toMatchObject({ status: 'paused', problem });
    expect(await journal().claim(batch.id, worker, 1, someTime)).toEqual([]);
    const settings = { ...batch.settings, concurrency: 9 };
    await journal().resume(batch.id, settings, someTime);
    expect(await again(batch)).toMatchObject({ status: 'running', problem: null, settings });
    expect(await journal().claim(batch.id, worker, 1, someTime)).toHaveLength(1);
  });

  it('is found by its id, its name, and in the list, the newest first', async () => {
    const old = aBatch({ name: 'greetings', createdAt: minutesLater(-1) });
    const young = aBatch({ name: 'greetings' });
    for (const batch of [old, young]) await journal().create(batch);
    expect(await store.batches.withIdPrefix(young.id.slice(0, 8))).toMatchObject([{ id: young.id }]);
    expect((await store.batches.named('greetings', 9)).map(({ id }) => id)).toEqual([young.id, old.id]);
    const [first] = await store.batches.list({}, { limit: 1 });
    expect(first?.id).toBe(young.id);
    expect(await store.batches.list({}, { limit: 9, after: first })).toMatchObject([{ id: old.id }]);
    expect(await store.batches.count({ status: 'loading' })).toEqual({ count: 2, exact: true });
    expect(await store.batches.list({ status: 'paused' }, { limit: 9 })).toEqual([]);
  });

  it('groups what failed by the reason, the commonest first', async () => {
    const batch = await writeBatch(store, 4);
    const worker = await newWorker();
    await journal().claim(batch.id, worker, 4, someTime);
    for (const [position, code] of [
      [1, 'a'],
      [2, 'b'],
      [3, 'b'],
      [4, 'b'],
    ] as const)
      await journal().fail(batch.id, worker, position, { code, message: `Row ${position}.` });
    expect(await store.batches.problems(batch.id)).toMatchObject([
      { count: 3, first: { position: 2, problem: { code: 'b', message: 'Row 2.' } } },
      { count: 1, first: { position: 1 } },
    ]);
  });
});

describe('a worker', () => {
  it('says that it is there, learns that it shall end, and says good-bye', async () => {
    const worker = await newWorker();
    expect(await store.workers.beat(worker, 3, minutesLater(1))).toBe('running');
    expect(await store.workers.drain(worker)).toBe(true);
    expect(await store.workers.beat(worker, 2, minutesLater(2))).toBe('draining');
    expect(await store.workers.present()).toMatchObject([
      { id: worker, inFlight: 2, seenAt: minutesLater(2) },
    ]);
    await store.workers.stop(worker, minutesLater(3));
    expect(await store.workers.present()).toEqual([]);
    expect(await store.workers.drain(worker)).toBe(false);
    expect(await store.workers.withIdPrefix(worker)).toMatchObject([{ status: 'stopped', inFlight: 0 }]);
  });
});
