import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  aWorker,
  batchPortsWith,
  follower,
  greeting,
  standing,
  until,
  writeBatch,
} from '../../../test/fixtures/batches.js';
import { emptyStore } from '../../../test/fixtures/empty-store.js';
import { faultOf, says, scriptedModel, somePrice } from '../../../test/fixtures/scripted-model.js';
import { someTime } from '../../../test/fixtures/sessions.js';
import { VirtualTime } from '../../../test/fixtures/virtual-time.js';
import { PromptRunnerError } from '../../base/errors.js';
import { unknownUsage } from '../../models/spec/model-answer.js';
import type { ModelRequest } from '../../models/spec/model-request.js';
import type { OpenModel } from '../../models/spec/open-model.js';
import type { Store } from '../../store/store.js';
import type { Batch, ItemStatus } from './batch.js';
import type { BatchPorts, BatchProgress } from './batch-ports.js';
import { runBatch } from './run-batch.js';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
});
afterEach(() => store.close());

const nameIn = ({ messages }: ModelRequest) =>
  /Greet (\w+)\./.exec(messages[0]?.role === 'user' ? messages[0].text : '')?.[1] ?? '';
const greets = () => scriptedModel([(request) => says(`Hello ${nameIn(request)}!`)]);

async function run(batch: Batch, model: OpenModel, given: Parameters<typeof batchPortsWith>[2] = {}) {
  return runBatch(await batchPortsWith(store, model, given), batch, follower().watch);
}

const again = (batch: Batch) => standing(store.batchJournal, batch.id);
const tally = (batch: Batch) => store.batches.tally(batch.id);
const results = (batch: Batch) => store.batches.results(batch.id, { limit: 10_000 });

async function resumed(batch: Batch): Promise<Batch> {
  await store.batchJournal.resume(batch.id, batch.settings, someTime);
  return again(batch);
}

const all = (status: ItemStatus, count: number) => ({ ...none, [status]: count });
const none = { pending: 0, claimed: 0, done: 0, failed: 0, cancelled: 0 };

describe('a batch', () => {
  it('asks every row once, and gives the answers in the order of the rows', async () => {
    const batch = await writeBatch(store, 30);
    const model = greets();
    expect(await run(batch, model)).toEqual({ is: 'completed' });
    expect(model.asked.map(nameIn).toSorted()).toEqual(
      Array.from({ length: 30 }, (_, at) => `n${at + 1}`).toSorted(),
    );
    const found = await results(batch);
    expect(found.map(({ position }) => position)).toEqual(Array.from({ length: 30 }, (_, at) => at + 1));
    expect(found.map(({ answer }) => answer)).toEqual(found.map(({ input }) => `Hello ${input.name}!`));
    expect(await again(batch)).toMatchObject({ status: 'completed', rows: 30, done: 30, failed: 0 });
    expect((await again(batch)).finishedAt).toEqual(someTime);
  });

  it('has so many calls on their way as it may have, and no more', async () => {
    const batch = await writeBatch(store, 20, { concurrency: 3 });
    let [now, most] = [0, 0];
    const model = scriptedModel([
      async () => {
        now++;
        most = Math.max(most, now);
        await new Promise(setImmediate);
        now--;
        return says('Yes.');
      },
    ]);
    await run(batch, model);
    expect(most).toBe(3);
  });

  it('puts each execution on record as the row’s', async () => {
    const batch = await writeBatch(store, 2);
    await run(batch, greets());
    const [first] = await results(batch);
    const execution = await store.executions.whole(first?.execution ?? expect.fail('it has none'));
    expect(execution).toMatchObject({ status: 'succeeded', place: { batch: batch.id, position: 1 } });
  });

  it('fails a row that cannot be asked without a call, and goes on', async () => {
    const batch = await writeBatch(store, 5);
    const model = greets();
    const requestFor: BatchPorts['requestFor'] = async (item) => {
      if (item.row === 2) throw new NoSuchVariableError('The row has no name.');
      return greeting(item);
    };
    expect(await run(batch, model, { requestFor })).toEqual({ is: 'completed' });
    expect(model.asked).toHaveLength(4);
    expect(await again(batch)).toMatchObject({ done: 4, failed: 1 });
    expect((await results(batch))[1]).toMatchObject({
      status: 'failed',
      execution: null,
      problem: { code: 'NO_SUCH_VARIABLE', message: 'The row has no name.' },
    });
  });

  it('says how far it is, and what that takes', async () => {
    const batch = await writeBatch(store, 4, { concurrency: 1 });
    const told: BatchProgress[] = [];
    const usage = { ...unknownUsage, input: 10, output: 10 };
    const { watch } = follower({ onProgress: (progress) => told.push(progress) });
    await runBatch(await batchPortsWith(store, scriptedModel([says('Yes.', { usage })])), batch, watch);
    const cost = 10 * (somePrice.input + somePrice.output) * 1000;
    expect(told.at(-1)).toMatchObject({
      rows: 4,
      done: 4,
      failed: 0,
      inFlight: 0,
      spent: 4 * cost,
      costLeft: 0,
    });
  });
});

class NoSuchVariableError extends PromptRunnerError {
  readonly code = 'NO_SUCH_VARIABLE';
  readonly kind = 'usage';
}

describe('calls', () => {
  it('are three at most for a row, and what failed for good stays failed', async () => {
    const batch = await writeBatch(store, 2, { concurrency: 1 });
    const model = scriptedModel([faultOf('overloaded')]);
    expect(await run(batch, model)).toEqual({ is: 'completed' });
    expect(model.asked).toHaveLength(6);
    expect(await again(batch)).toMatchObject({ done: 0, failed: 2, status: 'completed' });
    expect((await results(batch))[0]).toMatchObject({
      status: 'failed',
      calls: 3,
      problem: { code: 'overloaded' },
    });
  });

  it('are three more after somebody wants the row tried again, and only of what failed', async () => {
    const batch = await writeBatch(store, 3, { concurrency: 1 });
    const flawed = scriptedModel([says('Yes.'), faultOf('bad-request'), says('Yes.')]);
    await run(batch, flawed);
    expect(await again(batch)).toMatchObject({ done: 2, failed: 1 });
    expect(await store.batchJournal.retry(batch.id, someTime)).toBe(1);
    expect(await again(batch)).toMatchObject({ status: 'paused', done: 2, failed: 0 });
    const model = scriptedModel([faultOf('timeout'), faultOf('timeout'), says('At last.')]);
    expect(await run(await resumed(batch), model)).toEqual({ is: 'completed' });
    expect(model.asked.map(nameIn)).toEqual(['n2', 'n2', 'n2']);
    expect(await again(batch)).toMatchObject({ done: 3, failed: 0 });
    expect((await results(batch))[1]).toMatchObject({ status: 'done', answer: 'At last.', problem: null });
  });
});

describe('a fault that concerns all rows', () => {
  it.each(['auth', 'not-found'] as const)('(%s) pauses the batch, and no row fails of it', async (fault) => {
    const batch = await writeBatch(store, 50, { concurrency: 4 });
    const model = scriptedModel([says('Yes.'), faultOf(fault)]);
    expect(await run(batch, model)).toMatchObject({ is: 'paused', problem: { code: fault } });
    expect(model.asked.length).toBeLessThanOrEqual(8);
    expect(await tally(batch)).toEqual({ ...none, done: 1, pending: 49 });
    expect(await again(batch)).toMatchObject({ status: 'paused', problem: { code: fault }, failed: 0 });
    expect((await results(batch)).every(({ calls }) => calls <= 1)).toBe(true);
    expect(await run(await resumed(batch), greets())).toEqual({ is: 'completed' });
    expect(await tally(batch)).toEqual(all('done', 50));
  });
});

describe('a provider that answers nobody', () => {
  it('pauses the batch before all its rows are used up', async () => {
    const batch = await writeBatch(store, 100, { concurrency: 4 });
    const end = await run(batch, scriptedModel([faultOf('connection')]));
    expect(end).toMatchObject({ is: 'paused', problem: { code: 'connection' } });
    const { failed, pending } = await tally(batch);
    expect(failed).toBeGreaterThanOrEqual(10);
    expect(failed).toBeLessThanOrEqual(10 + 4);
    expect(pending).toBe(100 - failed);
    expect(await run(await resumed(batch), greets())).toEqual({ is: 'completed' });
    expect(await again(batch)).toMatchObject({ status: 'completed', done: 100 - failed, failed });
  });
});

describe('two who ask the same batch', () => {
  it('never ask the same row', async () => {
    const batch = await writeBatch(store, 200);
    const models = [greets(), greets(), greets()];
    const ends = await Promise.all(models.map((model) => run(batch, model)));
    expect(ends).toContainEqual({ is: 'completed' });
    const asked = models.flatMap((model) => model.asked.map(nameIn));
    expect(asked).toHaveLength(200);
    expect(new Set(asked).size).toBe(200);
    expect(await again(batch)).toMatchObject({ status: 'completed', done: 200 });
  });
});

describe('a worker that is gone', () => {
  it('leaves what it was asking as ambiguous, and what it had not begun as it was', async () => {
    const batch = await writeBatch(store, 10, { concurrency: 4 });
    const lost = await batchPortsWith(store, scriptedModel([() => new Promise<never>(() => {})]));
    void runBatch(lost, batch, follower().watch);
    await until(async () => (await store.executions.list({}, { limit: 9 })).length === 4);
    const model = greets();
    const isGone: BatchPorts['isGone'] = ({ worker }) => worker === lost.worker.id;
    expect(await run(batch, model, { isGone })).toEqual({ is: 'completed' });
    expect(model.asked).toHaveLength(10);
    expect(await tally(batch)).toEqual(all('done', 10));
    const ambiguous = await store.batches.ambiguous(batch.id);
    expect(ambiguous.map(({ row }) => row)).toEqual([1, 2, 3, 4]);
    expect((await results(batch)).map(({ calls }) => calls)).toEqual([2, 2, 2, 2, 1, 1, 1, 1, 1, 1]);
    const standing = new Set((await results(batch)).map(({ execution }) => execution));
    expect(ambiguous.some(({ execution }) => standing.has(execution))).toBe(false);
  });

  it('is not waited for by who finds its calls used up: the row fails as ambiguous', async () => {
    const batch = await writeBatch(store, 1);
    for (let died = 0; died < 3; died++) {
      const lost = await batchPortsWith(store, scriptedModel([() => new Promise<never>(() => {})]));
      void runBatch(lost, batch, follower().watch);
      await until(async () => (await store.executions.list({}, { limit: 9 })).length === died + 1);
      await store.batchJournal.release(batch.id, lost.worker.id);
    }
    const model = greets();
    expect(await run(batch, model)).toEqual({ is: 'completed' });
    expect(model.asked).toEqual([]);
    expect(await again(batch)).toMatchObject({ failed: 1 });
    expect(await store.batches.ambiguous(batch.id)).toHaveLength(3);
    expect((await results(batch))[0]).toMatchObject({
      status: 'failed',
      calls: 3,
      problem: { code: 'interrupted' },
    });
  });

  it('and answers after all records no second end', async () => {
    const batch = await writeBatch(store, 1);
    let answer: (text: string) => void = () => {};
    const late = scriptedModel([
      () =>
        new Promise((resolve) => {
          answer = (text) => resolve(says(text));
        }),
    ]);
    const stalled = await batchPortsWith(store, late);
    const end = runBatch(stalled, batch, follower().watch);
    await until(() => late.asked.length === 1);
    const isGone: BatchPorts['isGone'] = ({ worker }) => worker === stalled.worker.id;
    expect(await run(batch, greets(), { isGone })).toEqual({ is: 'completed' });
    answer('Too late.');
    expect(await end).toEqual({ is: 'completed' });
    expect(await results(batch)).toMatchObject([{ answer: 'Hello n1!', status: 'done' }]);
    expect(await again(batch)).toMatchObject({ done: 1, failed: 0 });
  });

  it('is noticed by who waits for its rows', async () => {
    const batch = await writeBatch(store, 3, { concurrency: 3 });
    const lost = aWorker();
    await store.workers.register(lost);
    await store.batchJournal.claim(batch.id, lost.id, 2, someTime);
    const model = greets();
    const looks: string[] = [];
    const isGone: BatchPorts['isGone'] = ({ worker }) => {
      looks.push(worker);
      return looks.length > 2;
    };
    expect(await run(batch, model, { isGone })).toEqual({ is: 'completed' });
    expect(model.asked).toHaveLength(3);
  });
});

describe('somebody who wants it to end', () => {
  it('first has the calls that are on their way come to their end, and what was not begun goes back', async () => {
    const batch = await writeBatch(store, 100, { concurrency: 5 });
    const answers: (() => void)[] = [];
    const model = scriptedModel([() => new Promise((resolve) => answers.push(() => resolve(says('Yes.'))))]);
    const { watch, drain } = follower();
    const end = runBatch(await batchPortsWith(store, model), batch, watch);
    await until(() => answers.length === 5);
    drain();
    for (const answer of answers) answer();
    expect(await end).toEqual({ is: 'drained' });
    expect(model.asked).toHaveLength(5);
    expect(await tally(batch)).toEqual({ ...none, done: 5, pending: 95 });
    expect(await run(batch, greets())).toEqual({ is: 'completed' });
    expect(await tally(batch)).toEqual(all('done', 100));
  });

  it('then ends the calls: they are on record as aborted, and their rows wait again', async () => {
    const batch = await writeBatch(store, 10, { concurrency: 2 });
    const model = scriptedModel([
      (_, { signal }) =>
        new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(faultOf('aborted')), { once: true }),
        ),
    ]);
    const { watch, abort } = follower();
    const end = runBatch(await batchPortsWith(store, model), batch, watch);
    await until(() => model.asked.length === 2);
    abort();
    expect(await end).toEqual({ is: 'drained' });
    expect(await tally(batch)).toEqual(all('pending', 10));
    expect((await results(batch)).map(({ calls }) => calls)).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(await store.executions.list({ status: 'aborted' }, { limit: 9 })).toHaveLength(2);
    expect(await store.batches.ambiguous(batch.id)).toEqual([]);
  });

  it('does not wait for the next try of a row', async () => {
    const batch = await writeBatch(store, 1);
    const { watch, drain } = follower();
    const model = scriptedModel([faultOf('overloaded')]);
    const asking = {
      sleep: async (_: number, signal: AbortSignal) => {
        if (model.asked.length > 0) drain();
        signal.throwIfAborted();
      },
    };
    expect(await runBatch(await batchPortsWith(store, model, { asking }), batch, watch)).toEqual({
      is: 'drained',
    });
    expect(model.asked).toHaveLength(1);
    expect(await results(batch)).toMatchObject([{ status: 'pending', calls: 1 }]);
  });

  it('may be in another process: it is noticed', async () => {
    const batch = await writeBatch(store, 1000, { concurrency: 2 });
    let look: () => Promise<void> = async () => {};
    const repeatedly: BatchPorts['repeatedly'] = (work) => {
      look = work;
      return () => {};
    };
    const model = scriptedModel([
      async () => {
        if (model.asked.length === 3) await store.batchJournal.pause(batch.id, null, someTime);
        await look();
        return says('Yes.');
      },
    ]);
    expect(await run(batch, model, { repeatedly })).toEqual({ is: 'paused', problem: null });
    expect(model.asked.length).toBeLessThan(10);
    const { done, pending, claimed } = await tally(batch);
    expect([done + pending, claimed]).toEqual([1000, 0]);
  });

  it('for good has what waits never asked', async () => {
    const batch = await writeBatch(store, 100, { concurrency: 2 });
    const model = scriptedModel([
      async () => {
        if (model.asked.length === 2) await store.batchJournal.cancel(batch.id, someTime);
        return says('Yes.');
      },
    ]);
    expect(await run(batch, model)).toEqual({ is: 'cancelled' });
    const { done, cancelled } = await tally(batch);
    expect(done + cancelled).toBe(100);
    expect(done).toBeLessThan(5);
    await expect(store.batchJournal.resume(batch.id, batch.settings, someTime)).rejects.toMatchObject({
      code: 'BATCH_STATE',
    });
  });
});

describe('a ceiling', () => {
  const usage = { ...unknownUsage, input: 100, output: 100 };
  /** In nano dollars; what is set aside before a call is much more. */
  const COST = 100 * (somePrice.input + somePrice.output) * 1000;
  const parameters = { maxOutputTokens: 200 };
  const requestFor: BatchPorts['requestFor'] = async (item) => ({
    ...(await greeting(item)),
    parameters,
    ceilings: under,
  });
  let under = { run: null, session: null, batch: null as number | null, workflow: null, day: null };

  it('is kept by two together, and pauses the batch when it is reached', async () => {
    const maxCost = COST * 10;
    under = { ...under, batch: maxCost };
    const batch = await writeBatch(store, 200, { maxCost, concurrency: 8 });
    const models = [1, 2].map(() => scriptedModel([says('Yes.', { usage })]));
    const ends = await Promise.all(models.map((model) => run(batch, model, { requestFor })));
    expect(ends).toContainEqual({
      is: 'paused',
      problem: { code: 'COST_CEILING', message: expect.stringContaining('for the batch') },
    });
    const { spent, reserved, status, done } = await again(batch);
    expect(status).toBe('paused');
    expect(reserved).toBe(0);
    expect(spent).toBeLessThanOrEqual(maxCost);
    // Near the ceiling, what a call could cost does not fit any more.
    expect(spent).toBeGreaterThan(maxCost - 2 * COST);
    expect(spent).toBe(done * COST);
    expect(await tally(batch)).toEqual({ ...none, done, pending: 200 - done });
  });

  it('counts what calls could have cost that nobody knows the end of', async () => {
    under = { ...under, batch: COST * 100 };
    const batch = await writeBatch(store, 2, { maxCost: COST * 100, concurrency: 2 });
    const lost = await batchPortsWith(store, scriptedModel([() => new Promise<never>(() => {})]), {
      requestFor,
    });
    void runBatch(lost, batch, follower().watch);
    await until(async () => (await again(batch)).reserved > 0);
    await until(async () => (await store.executions.list({}, { limit: 9 })).length === 2);
    const { reserved } = await again(batch);
    await store.batchJournal.release(batch.id, lost.worker.id);
    expect(await again(batch)).toMatchObject({ spent: reserved, reserved: 0 });
  });

  it('that cannot be kept pauses the batch before any call', async () => {
    under = { ...under, batch: COST };
    const batch = await writeBatch(store, 5, { maxCost: COST });
    const model = scriptedModel([says('Yes.')]);
    const asking = { priceOf: async () => null };
    expect(await run(batch, model, { requestFor, asking })).toMatchObject({
      is: 'paused',
      problem: { code: 'PRICE_UNKNOWN' },
    });
    expect(model.asked).toEqual([]);
    expect(await tally(batch)).toEqual(all('pending', 5));
  });
});

describe('the rate', () => {
  it.each([
    { calls: 20, seconds: 1 },
    { calls: 3, seconds: 1 },
    { calls: 90, seconds: 60 },
  ])('of $calls in $seconds s is kept by two together, tries included', async (rate) => {
    const batch = await writeBatch(store, 24, { concurrency: 5, rate });
    // A statement of a server's takes so long.
    const time = new VirtualTime(someTime, () => new Promise((resolve) => setTimeout(resolve, 3)));
    const begun: number[] = [];
    const models = [1, 2].map((which) =>
      scriptedModel([
        () => {
          begun.push(time.now().getTime());
          if (which === 1 && begun.length === 4) throw faultOf('overloaded');
          return says('Yes.');
        },
      ]),
    );
    const asking = { clock: time, sleep: time.sleep };
    await time.passUntilDone(Promise.all(models.map((model) => run(batch, model, { asking }))));
    expect(begun.length).toBeGreaterThanOrEqual(24);
    const interval = (rate.seconds * 1000) / rate.calls;
    const ordered = begun.toSorted((a, b) => a - b);
    for (const [at, time] of ordered.entries()) {
      expect(time).toBeGreaterThanOrEqual(someTime.getTime() + at * interval - 1);
    }
    const last = ordered.at(-1) ?? 0;
    expect(last - someTime.getTime()).toBeLessThanOrEqual((begun.length + 10) * interval + 1000);
  });
});
