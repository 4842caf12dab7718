import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aBatch } from '../../../../test/fixtures/batches.js';
import { dataOf } from '../../../../test/fixtures/data-rows.js';
import { observationRows } from '../../../../test/fixtures/experiments.js';
import { someTime } from '../../../../test/fixtures/sessions.js';
import { type App, openApp } from '../../../app.js';
import type { ExperimentId } from '../../../base/ids.js';
import { openStore } from '../../../store/open-store.js';
import { executionsOf } from '../../execution/execution-records.js';
import * as operations from '../../index.js';
import type { ExperimentFollower } from './experiment-deps.js';

let folder: string;
let app: App;
let id: ExperimentId;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prompt-runner-experiment-'));
  app = await opened();
  for (const [name, text] of [
    ['long', 'Triage: {{ ticket }}'],
    ['short', '{{ ticket }}?'],
  ] as const)
    await operations.createPrompt(app, { name, content: { text: operations.fromLibrary(text) } });
  const { experiment } = await operations.createExperiment(app, {
    name: 'tone',
    expect: 'urgent',
    variants: [
      { name: 'a', prompt: 'long' },
      { name: 'b', prompt: 'short' },
    ],
    metrics: [{ name: 'success' }, { name: 'latency' }],
    checks: [{ kind: 'equals' }],
  });
  id = experiment.id as ExperimentId;
});
const opened = () => openApp({ db: join(folder, 'store.db'), cwd: folder, env: { HOME: folder } });
afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const tickets = dataOf(
  { ticket: 't1', urgent: 'yes' },
  { ticket: 't2', urgent: 'no' },
  { ticket: 't3', urgent: 'yes' },
);
const model = (...rules: readonly string[]) => {
  const path = join(folder, 'script.yaml');
  writeFileSync(path, `rules:\n${rules.map((rule) => `  - ${rule}\n`).join('')}`);
  return `fake:${path}`;
};
const yes = '{answer: "yes"}';
const run = (given: object, follower?: ExperimentFollower) =>
  operations.runExperiment(follower === undefined ? app : { ...app, experimentFollower: follower }, {
    experiment: 'tone',
    ...given,
  });
async function observed(metric: number) {
  const store = await openStore(join(folder, 'store.db'), { now: () => someTime });
  try {
    const rows = await observationRows(store, id, metric);
    return rows.map(({ unit, variant, repetition, value }) => [unit, variant, repetition, value]);
  } finally {
    await store.close();
  }
}

describe('what is measured of a run', () => {
  it('is on record for each row, variant and repetition', async () => {
    await run({ rows: tickets, model: model(yes), repeat: 2 });
    expect(await observed(1)).toEqual(
      [
        ['1', 1],
        ['2', 0],
        ['3', 1],
      ].flatMap(([unit, value]) =>
        [1, 2].flatMap((variant) => [1, 2].map((repetition) => [unit, variant, repetition, value])),
      ),
    );
    expect(await observed(2)).toHaveLength(12);
  });

  it('is never of an answer that was there already', async () => {
    await run({ rows: tickets, model: model(yes) });
    const { experiment } = await operations.createExperiment(app, {
      name: 'again',
      variants: [
        { name: 'a', prompt: 'long' },
        { name: 'b', prompt: 'short' },
      ],
      metrics: [{ name: 'latency' }],
    });
    await run({ experiment: experiment.name, rows: tickets, model: model(yes) });
    expect((await operations.listExecutions(app, { limit: 100 })).total).toBe(12);
  });

  it('is no success of a row that failed, until it is tried again', async () => {
    const refusing = '{when: {matches: "^t1[?]"}, fault: refused}';
    const { batches } = await run({ rows: tickets, model: model(refusing, yes) });
    expect(await observed(1)).toContainEqual(['1', 2, 1, 0]);
    expect(await observed(2)).toHaveLength(5);
    model(yes);
    // Scripts are read once.
    await app.close();
    app = await opened();
    const batch = batches[1]?.id ?? '';
    await operations.retryBatch(app, { batch });
    await run({});
    expect(await observed(1)).toContainEqual(['1', 2, 1, 1]);
    expect(await observed(2)).toHaveLength(6);
  });
});

describe('a run whose process died while the rows were read', () => {
  it('is begun anew, and nothing is left of it', async () => {
    const { batchJournal, experiments } = executionsOf(app);
    const left = aBatch();
    await batchJournal.create(left);
    const links = [
      { position: 1, batch: left.id, instead: null },
      { position: 2, batch: null, instead: null },
    ];
    await experiments.linkBatches(id, links, someTime);
    await expect(run({})).rejects.toThrow('has no rows yet');
    const { batches } = await run({ rows: tickets, model: model(yes) });
    expect(batches.map(({ done }) => done)).toEqual([3, 3]);
    expect(await batchJournal.batch(left.id)).toBeNull();
  });
});

describe('a run that is ended from outside', () => {
  it('is paused, and goes on where it was', async () => {
    const drain = new AbortController();
    const follower = {
      signal: new AbortController().signal,
      drain: drain.signal,
      onBegin: () => drain.abort(),
    };
    const slow = model('{answer: "yes", delay_ms: 20}');
    const first = await run({ rows: tickets, model: slow, concurrency: 2 }, follower);
    expect(first.experiment.status).toBe('paused');
    expect(first.next).toMatch(/^prompt-runner experiment run tone( --db|$)/);
    const second = await run({});
    expect(second.experiment.status).toBe('stopped');
    expect(second.batches.map(({ done }) => done)).toEqual([3, 3]);
    expect((await operations.listExecutions(app, { limit: 100 })).total).toBe(6);
  });

  it('can be stopped for good, and what was answered counts', async () => {
    const drain = new AbortController();
    const follower = {
      signal: new AbortController().signal,
      drain: drain.signal,
      onBegin: () => drain.abort(),
    };
    await run({ rows: tickets, model: model(yes), concurrency: 2 }, follower);
    const { experiment, batches } = await operations.stopExperiment(app, { experiment: 'tone' });
    expect([experiment.status, batches.map(({ status }) => status)]).toEqual([
      'stopped',
      ['cancelled', 'cancelled'],
    ]);
    const answered = batches.reduce((sum, { done }) => sum + done, 0);
    expect(await observed(1)).toHaveLength(answered);
    const again = await run({});
    expect(again.batches).toEqual(batches);
  });

  it('cannot be stopped before it began', async () => {
    await expect(operations.stopExperiment(app, { experiment: 'tone' })).rejects.toThrow('is draft');
  });

  it('has each variant pause at its part of the money', async () => {
    const dear = model('{answer: "yes", usage: {input: 1000, output: 1000}}');
    const { batches } = await run({ rows: tickets, model: dear, maxCost: 1 });
    expect(batches.map(({ maxCost }) => maxCost)).toEqual([0.5, 0.5]);
  });
});
