import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import { someRun } from '../../test/fixtures/runs.js';
import { minutesLater, someTime } from '../../test/fixtures/sessions.js';
import { newProjectId, newRunId } from '../base/ids.js';
import type { Run, RunOwner } from '../engine/run/run.js';
import type { Store } from './store.js';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
});
afterEach(() => store.close());

const me: RunOwner = { host: 'here', pid: 1, started: 'monday' };
const other: RunOwner = { ...me, started: 'tuesday' };

async function aRun(given: Partial<Run> = {}): Promise<Run> {
  const run = someRun({ settings: { until: 'analysis', text: 'a\0' }, ...given });
  await store.runs.create(run);
  return run;
}

describe('a run', () => {
  it('comes back as it was made', async () => {
    const run = await aRun({ owner: me, status: 'failed', problem: { code: 'x', message: 'Y.' } });
    expect(await store.runs.run(run.id)).toEqual(run);
    expect(await store.runs.run(newRunId())).toBeNull();
  });

  it('is found by what it works on, the newest first', async () => {
    await aRun();
    const newer = await aRun({ createdAt: minutesLater(1) });
    await aRun({ subject: 's2', createdAt: minutesLater(2) });
    expect(await store.runs.latestOn('session', 's1')).toEqual(newer);
    expect(await store.runs.latestOn('workflow', 's1')).toBeNull();
  });

  it('has one owner, until he gives it up or is replaced', async () => {
    const { id } = await aRun({ problem: { code: 'x', message: 'Y.' } });
    expect(await store.runs.take(id, me, null, minutesLater(1))).toBe(true);
    expect(await store.runs.run(id)).toMatchObject({ owner: me, status: 'running', problem: null });
    expect(await store.runs.take(id, other, null, minutesLater(2))).toBe(false);
    expect(await store.runs.take(id, other, { ...me, pid: 2 }, minutesLater(2))).toBe(false);
    expect(await store.runs.take(id, other, me, minutesLater(2))).toBe(true);
    const problem = { code: 'COST_CEILING', message: 'Enough.' };
    await store.runs.leave(id, other, 'stopped', problem, minutesLater(3));
    expect(await store.runs.run(id)).toMatchObject({
      owner: null,
      status: 'stopped',
      problem,
      updatedAt: minutesLater(3),
    });
    expect(await store.runs.take(id, me, other, minutesLater(4))).toBe(true);
  });

  it('is written by its owner only: whoever lost it to another process is refused, and changes nothing', async () => {
    const { id } = await aRun({ owner: me });
    await store.runs.begin(id, me, 'process', someTime);
    await store.runs.take(id, other, me, minutesLater(1));
    const before = [await store.runs.run(id), await store.runs.steps(id)];
    const done = { status: 'done', output: null, result: null, problem: null, gate: null } as const;
    const end = { ...done, at: minutesLater(2) };
    for (const write of [
      () => store.runs.begin(id, me, 'save-analysis', minutesLater(2)),
      () => store.runs.finish(id, me, 1, end),
      () => store.runs.leave(id, me, 'completed', null, minutesLater(2)),
    ])
      await expect(write()).rejects.toMatchObject({ code: 'RUN_BUSY' });
    expect([await store.runs.run(id), await store.runs.steps(id)]).toEqual(before);
    await store.runs.leave(id, other, 'stopped', null, minutesLater(3));
    await expect(store.runs.finish(id, me, 1, end)).rejects.toThrow('was taken over by another process');
  });
});

describe('the steps of a run', () => {
  it('are counted, altogether and each', async () => {
    const { id } = await aRun({ owner: me });
    await store.runs.begin(id, me, 'process', someTime);
    await store.runs.begin(id, me, 'analyze', someTime);
    const third = await store.runs.begin(id, me, 'process', minutesLater(2));
    expect(third).toEqual({
      run: id,
      position: 3,
      key: 'process',
      attempt: 2,
      status: 'started',
      startedAt: minutesLater(2),
      finishedAt: null,
      output: null,
      result: null,
      execution: null,
      problem: null,
      gate: null,
    });
    expect((await store.runs.steps(id)).map(({ key, attempt }) => [key, attempt])).toEqual([
      ['process', 1],
      ['analyze', 1],
      ['process', 2],
    ]);
    expect((await store.runs.run(id))?.updatedAt).toEqual(minutesLater(2));
  });

  it('keep what they brought forth, and why they failed', async () => {
    const { id } = await aRun({ owner: me });
    await store.runs.begin(id, me, 'process', someTime);
    const problem = { code: 'x', message: 'Y.' };
    const end = {
      status: 'failed',
      at: minutesLater(1),
      output: { ids: ['a'] },
      result: { text: 'a\0\ud800' },
      problem,
      gate: null,
    } as const;
    await store.runs.finish(id, me, 1, end);
    expect(await store.runs.steps(id)).toMatchObject([
      {
        status: 'failed',
        finishedAt: minutesLater(1),
        output: { ids: ['a'] },
        result: { text: 'a\0\ud800' },
        problem,
        gate: null,
      },
    ]);
  });

  it('become stale, and no others', async () => {
    const { id } = await aRun({ owner: me });
    for (const key of ['a', 'b', 'c']) await store.runs.begin(id, me, key, someTime);
    await store.runs.makeStale(id, []);
    await store.runs.makeStale(id, [2, 3]);
    expect((await store.runs.steps(id)).map(({ status }) => status)).toEqual(['started', 'stale', 'stale']);
  });
});

describe('a gate', () => {
  const decision = { is: 'approved', comment: 'fine', actor: 'bob', at: minutesLater(2) } as const;
  async function gated(): Promise<Run> {
    const run = await aRun({ owner: me });
    await store.runs.begin(run.id, me, 'process', someTime);
    await store.runs.finish(run.id, me, 1, {
      status: 'done',
      at: minutesLater(1),
      output: null,
      result: 'It is done.',
      problem: null,
      gate: 'c0ffee',
    });
    return run;
  }
  const gateOf = async ({ id }: Run) => (await store.runs.steps(id))[0]?.gate;

  it('is open until somebody decides, for exactly what was shown', async () => {
    const run = await gated();
    expect(await gateOf(run)).toEqual({ checksum: 'c0ffee', decision: { is: 'pending' } });
    await expect(store.runs.decide(run.id, 1, 'other', decision)).rejects.toMatchObject({
      code: 'GATE_CLOSED',
      message: expect.stringContaining('not what was shown'),
    });
    await store.runs.decide(run.id, 1, 'c0ffee', decision);
    expect(await gateOf(run)).toEqual({ checksum: 'c0ffee', decision });
  });

  it('is decided once', async () => {
    const run = await gated();
    await store.runs.decide(run.id, 1, 'c0ffee', { ...decision, is: 'rejected' });
    await expect(store.runs.decide(run.id, 1, 'c0ffee', decision)).rejects.toThrow(
      '"process" was rejected already, by bob.',
    );
  });

  it('of what does not count any more is closed', async () => {
    const run = await gated();
    await store.runs.makeStale(run.id, [1]);
    await expect(store.runs.decide(run.id, 1, 'c0ffee', decision)).rejects.toThrow('does not count any more');
  });

  it('that there is none of cannot be decided', async () => {
    const { id } = await aRun({ owner: me });
    await expect(store.runs.decide(id, 1, 'c0ffee', decision)).rejects.toThrow('waits for no decision');
  });
});

describe('the run of a workflow', () => {
  it('keeps what it was given, the version, and what came of it', async () => {
    const inputs = { topic: 'tea\0', deep: [1, null] };
    const run = await aRun({ kind: 'workflow', subject: 'w1', version: 3, inputs });
    expect(await store.runs.run(run.id)).toEqual(run);
    await store.runs.take(run.id, me, null, minutesLater(1));
    await store.runs.complete(run.id, me, { text: '\ud800' }, minutesLater(2));
    expect(await store.runs.run(run.id)).toMatchObject({
      status: 'completed',
      owner: null,
      inputs,
      outputs: { text: '\ud800' },
    });
    await store.runs.take(run.id, me, null, minutesLater(3));
    expect(await store.runs.run(run.id)).toMatchObject({ status: 'running', outputs: null });
    await expect(store.runs.complete(run.id, other, null, someTime)).rejects.toMatchObject({
      code: 'RUN_BUSY',
    });
  });

  it('is called off once, and not when it is completed', async () => {
    const run = await aRun({ kind: 'workflow' });
    expect(await store.runs.cancel(run.id, minutesLater(1))).toBe(true);
    expect(await store.runs.cancel(run.id, minutesLater(2))).toBe(false);
    expect(await store.runs.run(run.id)).toMatchObject({ cancelledAt: minutesLater(1) });
    const { id } = await aRun({ kind: 'workflow', status: 'completed' });
    expect(await store.runs.cancel(id, minutesLater(1))).toBe(false);
  });

  it('passes its gate with the text as it was edited', async () => {
    const { id } = await aRun({ kind: 'workflow', owner: me });
    await store.runs.begin(id, me, 'review', someTime);
    const end = { status: 'done', at: someTime, output: null, result: 'A plan', problem: null } as const;
    await store.runs.finish(id, me, 1, { ...end, gate: 'c0ffee' });
    const decision = { is: 'edited', comment: null, actor: 'bob', at: someTime } as const;
    await store.runs.decide(id, 1, 'c0ffee', decision, 'A better plan');
    expect(await store.runs.steps(id)).toMatchObject([{ result: 'A better plan', gate: { decision } }]);
  });

  it('is listed by what it is of and how it stands, the newest first', async () => {
    const about = { kind: 'workflow', subject: 'w1' } as const;
    const old = await aRun({ ...about, status: 'waiting' });
    const young = await aRun({ ...about, createdAt: minutesLater(1), project: newProjectId() });
    await aRun({ kind: 'workflow', subject: 'w2' });
    await aRun();
    const ids = async (...given: Parameters<typeof store.runs.list>) =>
      (await store.runs.list(...given)).map(({ id }) => id);
    expect(await ids({ ...about }, { limit: 9 })).toEqual([young.id, old.id]);
    expect(await ids({ ...about }, { limit: 9, after: [minutesLater(1).toISOString(), young.id] })).toEqual([
      old.id,
    ]);
    expect(await ids({ ...about, status: 'waiting' }, { limit: 9 })).toEqual([old.id]);
    const projects = young.project === null ? [] : [young.project];
    expect(await ids({ ...about, hidden: { projects, global: false } }, { limit: 9 })).toEqual([old.id]);
    expect(await store.runs.count({ kind: 'workflow' })).toEqual({ count: 3, exact: true });
    expect((await store.runs.withIdPrefix('workflow', old.id)).map(({ id }) => id)).toEqual([old.id]);
    expect(await store.runs.withIdPrefix('session', old.id)).toEqual([]);
  });
});
