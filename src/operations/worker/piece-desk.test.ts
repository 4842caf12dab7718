import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aWorker } from '../../../test/fixtures/batches.js';
import { dataOf } from '../../../test/fixtures/data-rows.js';
import { type App, openApp } from '../../app.js';
import { type BatchId, newBatchId, newRunId, type RunId, type WorkerId } from '../../base/ids.js';
import { thisProcess } from '../../base/process/process-identity.js';
import { runBatch } from '../batch/run-batch.js';
import { executionsOf } from '../execution/execution-records.js';
import { createPrompt } from '../prompt/create-prompt.js';
import { runWorkflow } from '../workflow/run/run-workflow.js';
import type { DurableEngine, Piece } from './durable-engine.js';
import { PieceDesk } from './piece-desk.js';

let folder: string;
let app: App;
let worker: WorkerId;
const handedOut: Piece[] = [];
const engine: DurableEngine = {
  prepare: async () => {},
  openQueue: async () => ({
    add: async (pieces) => void handedOut.push(...pieces),
    listening: async () => new Set(),
    close: async () => {},
  }),
  launch: () => Promise.reject(new Error('nothing is launched')),
};
beforeEach(async () => {
  handedOut.length = 0;
  folder = mkdtempSync(join(tmpdir(), 'prompt-runner-desk-'));
  app = { ...(await openApp({ db: ':memory:', cwd: folder, env: { HOME: folder } })), engine };
  const registered = aWorker({ process: thisProcess() });
  await executionsOf(app).workers.register(registered);
  worker = registered.id;
  await createPrompt(app, {
    name: 'greet',
    content: { messages: [{ role: 'user', text: 'Greet {{ who }}.' }] },
  });
});
afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const byWorkers = { by: 'workers', detach: true } as const;
const handOutRows = async (count: number) => {
  const rows = dataOf(...Array.from({ length: count }, (_, at) => ({ who: `n${at}` })));
  const { batch } = await runBatch(app, { prompt: 'greet', model: 'fake', rows, ...byWorkers });
  return batch.id as BatchId;
};
const flowFile = (source: string) => ({ name: 'flow.yaml', bytes: Buffer.from(source) });
const standing = (id: BatchId) => executionsOf(app).batchJournal.batch(id);

function desk(given: { drain?: AbortSignal; allowCommands?: boolean } = {}) {
  const notes: string[] = [];
  const { drain = new AbortController().signal, allowCommands = false } = given;
  const shown = new PieceDesk({
    deps: app,
    worker: { id: worker, begin: () => {}, end: () => {} },
    most: 2,
    allowCommands,
    drain,
    onNote: (message) => notes.push(message),
    onLog: () => {},
  });
  return { desk: shown, notes };
}

/** Somebody who has no patience with what cannot be done. */
function impatient(given: { allowCommands?: boolean } = {}) {
  const ending = new AbortController();
  const made = desk({ ...given, drain: ending.signal });
  const take = async (piece: Piece) => {
    const taken = made.desk.take(piece);
    setTimeout(() => ending.abort(), 300);
    return taken;
  };
  return { ...made, take };
}

describe('the desk of a worker', () => {
  it('asks the parts of a batch that are handed out, two at a time too', async () => {
    const batch = await handOutRows(150);
    expect(handedOut).toEqual([
      { kind: 'part', batch, range: { first: 1, last: 100 } },
      { kind: 'part', batch, range: { first: 101, last: 200 } },
    ]);
    const { desk: busy, notes } = desk();
    expect(await Promise.all(handedOut.map((piece) => busy.take(piece)))).toEqual([
      { is: 'done' },
      { is: 'done' },
    ]);
    expect(await standing(batch)).toMatchObject({ status: 'completed', done: 150 });
    expect([busy.done, notes]).toEqual([{ part: 2, run: 0 }, []]);
  });

  it('leaves at once what it is given when it is to end', async () => {
    const batch = await handOutRows(1);
    const { desk: ending } = desk({ drain: AbortSignal.abort() });
    expect(await ending.take({ kind: 'part', batch, range: { first: 1, last: 100 } })).toEqual({
      is: 'left',
      afterSeconds: 0,
    });
    expect(await standing(batch)).toMatchObject({ status: 'running', done: 0 });
  });

  it('leaves to others what it cannot see', async () => {
    const left = { is: 'left', afterSeconds: 10 };
    const unseen = { kind: 'part', batch: newBatchId(), range: { first: 1, last: 100 } } as const;
    expect(await impatient().take(unseen)).toEqual(left);
    expect(await impatient().take({ kind: 'run', run: newRunId() })).toEqual(left);
  });

  it('runs commands of workflows only when it may, and says once what it leaves', async () => {
    const source = `name: flow\nsteps: [{name: a, run: [${process.execPath}, --version]}]\n`;
    const workflow = { file: flowFile(source) };
    const follow = { signal: new AbortController().signal };
    const { run } = await runWorkflow({ ...app, follow }, { workflow, ...byWorkers });
    const piece = { kind: 'run', run: run.id as RunId } as const;
    expect(handedOut).toEqual([piece]);
    const careful = impatient();
    expect(await careful.take(piece)).toMatchObject({ is: 'left' });
    expect(careful.notes).toEqual([expect.stringContaining('is left to other workers')]);
    expect(await desk({ allowCommands: true }).desk.take(piece)).toEqual({ is: 'done' });
    expect(await executionsOf(app).runs.run(piece.run)).toMatchObject({ status: 'completed' });
  });

  it('gives free what a worker had that is gone: its rows at once, and its runs', async () => {
    const batch = await handOutRows(2);
    const { workers, batchJournal, runs } = executionsOf(app);
    const process = { host: 'elsewhere', pid: 7, started: 'monday' };
    const dead = aWorker({ process, seenAt: new Date() });
    await workers.register(dead);
    await batchJournal.claim(batch, dead.id, 2, new Date());
    const source = 'name: flow\nsteps: [{name: a, ask: Hello, model: fake}]\n';
    const follow = { signal: new AbortController().signal };
    const { run } = await runWorkflow(
      { ...app, follow },
      { workflow: { file: flowFile(source) }, ...byWorkers },
    );
    const id = run.id as RunId;
    await runs.take(id, process, null, new Date());
    const { desk: survivor } = desk();
    await survivor.gone(dead.id);
    expect(await runs.run(id)).toMatchObject({ status: 'stopped', owner: null });
    expect(await survivor.take({ kind: 'part', batch, range: { first: 1, last: 100 } })).toEqual({
      is: 'done',
    });
    expect(await standing(batch)).toMatchObject({ status: 'completed', done: 2 });
    expect(await survivor.take({ kind: 'run', run: id })).toEqual({ is: 'done' });
    expect(await runs.run(id)).toMatchObject({ status: 'completed' });
  });
});
