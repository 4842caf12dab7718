import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { exampleText } from '../../../../test/cli/harness.js';
import { type App, openApp } from '../../../app.js';
import { processStart } from '../../../base/process/process-start.js';
import { inSession } from '../../../engine/execution/execution-place.js';
import type { RunOwner } from '../../../engine/run/run.js';
import { executionsOf } from '../../execution/execution-records.js';
import { fromLibrary } from '../given-text.js';
import { processAnswer } from '../process-answer.js';
import { approveStep } from './decide-step.js';
import { runSession } from './run-session.js';
import { runStep } from './run-step.js';

const fixtures = join(import.meta.dirname, '../../../../test/fixtures');
const fake = (answer: string) => `fake:${join(fixtures, `fake-${answer}.yaml`)}`;

let folder: string;
let app: App;
let now: Date;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prompt-runner-run-'));
  now = new Date();
  app = await openApp({ db: ':memory:', cwd: folder, env: { HOME: folder }, clock: { now: () => now } });
});
afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const followed = () => ({ ...app, follow: { signal: new AbortController().signal } });
const run = (given: object = {}) => runSession(followed(), given);
const begin = (given: object = {}) =>
  run({
    request: fromLibrary(exampleText('request.md')),
    model: fake('planning'),
    until: 'planning',
    ...given,
  });

/** Lets a process own the run, as if it were at it. */
async function ownedBy(owner: RunOwner): Promise<void> {
  const output = await begin();
  const { runs } = executionsOf(app);
  const { id } = output.run;
  const record = await runs.run(output.run.id as Parameters<typeof runs.run>[0]);
  if (record === null) throw new Error(`there is no run ${id}`);
  await runs.take(record.id, owner, null, now);
}

const startOf = (pid: number) => processStart(pid) ?? new Date(performance.timeOrigin).toISOString();
const here = { host: hostname(), pid: process.pid, started: startOf(process.pid) };
const hours = (count: number) => {
  now = new Date(now.getTime() + count * 3_600_000);
};

describe('a run that another process is at', () => {
  it.each([
    ['this very process', () => here],
    ['a process that lives', () => ({ ...here, pid: process.ppid, started: startOf(process.ppid) })],
    ['a process of another machine, seen lately', () => ({ ...here, host: 'elsewhere.example' })],
  ])('is refused as long as it is %s', async (_who, owner) => {
    await ownedBy(owner());
    await expect(run({ resume: true })).rejects.toMatchObject({ code: 'RUN_BUSY' });
  });

  it.each([
    ['has ended', () => ({ ...here, pid: spawnSync(process.execPath, ['-v']).pid })],
    ['had the number of this one before', () => ({ ...here, started: '2020-01-01T00:00:00.000Z' })],
  ])('is taken over when that one %s', async (_what, owner) => {
    await ownedBy(owner());
    expect((await run({ resume: true })).run.status).toBe('waiting');
  });

  it.each([24, -24])('is left to a process that lives when the clock jumps by %i hours', async (jump) => {
    await ownedBy({ ...here, pid: process.ppid, started: startOf(process.ppid) });
    hours(jump);
    await expect(run({ resume: true })).rejects.toMatchObject({ code: 'RUN_BUSY' });
  });

  it('is taken over from another machine that was silent for long', async () => {
    now = new Date(Date.now() - 7 * 3_600_000);
    await ownedBy({ ...here, host: 'elsewhere.example' });
    hours(7);
    expect((await run({ resume: true })).run.status).toBe('waiting');
  });
});

describe('the models of a run', () => {
  it('that were named for later phases are kept until these are due', async () => {
    const models = { analysis: fake('analysis'), implementation: fake('report') };
    expect((await begin({ models, approve: 'none' })).run.models).toEqual({
      planning: fake('planning'),
      ...models,
    });
    const output = await run({ resume: true, until: 'implementation' });
    expect(output.run.status).toBe('completed');
  });

  it('that nobody named are nobody, and have to be named when they are due', async () => {
    const models = { planning: fake('planning') };
    const output = await begin({ model: undefined, models, approve: 'none' });
    expect(output.run.models).toEqual({ planning: fake('planning'), analysis: null, implementation: null });
    await expect(run({ resume: true, until: 'analysis' })).rejects.toMatchObject({
      code: 'MODEL_NOT_CHOSEN',
    });
    expect((await run({ resume: true, until: 'analysis', model: fake('analysis') })).run.status).toBe(
      'stopped',
    );
  });
});

describe('an answer that was paid for and that the session never got', () => {
  /** The process ends as soon as this answer of the run is to be kept. */
  async function endsBeforeAnswer(number: number, given: object): Promise<void> {
    const { journal } = app.store;
    const receive = journal.receive.bind(journal);
    const spy = vi.spyOn(journal, 'receive');
    for (let before = 1; before < number; before++) spy.mockImplementationOnce(receive);
    spy.mockRejectedValueOnce(new Error('the process ends here'));
    const models = { analysis: fake('analysis'), implementation: fake('report') };
    await expect(begin({ models, approve: 'none', ...given })).rejects.toThrow('the process ends here');
    spy.mockRestore();
  }

  const asked = async (session: string) => {
    const { executions } = executionsOf(app);
    return (await executions.list({}, { limit: 100 })).filter(
      ({ place }) => inSession(place)?.session === session,
    );
  };

  it.each([
    ['the plan', 1, { until: 'planning' }],
    ['the analysis', 2, { until: 'analysis' }],
    ['the report', 3, { until: 'implementation' }],
    ['the report of a part', 4, { until: 'implementation', parts: true }],
  ] as const)('is taken when the run goes on: %s', async (_what, number, given) => {
    await endsBeforeAnswer(number, given);
    hours(1);
    const output = await run({ resume: true });
    expect(output.run.problem).toBeNull();
    const [failed, done] = output.steps.slice(number - 1);
    expect([failed?.status, done?.status]).toEqual(['failed', 'done']);
    expect(done?.executions).toEqual(failed?.executions);
    expect(await asked(output.session.id)).toHaveLength(output.steps.length - 1);
  });

  it('is not taken once somebody did the step by hand meanwhile', async () => {
    await endsBeforeAnswer(1, { until: 'planning', approve: 'each' });
    hours(1);
    const { session } = await processAnswer(app, { answer: fromLibrary(exampleText('planning-answer.md')) });
    await runStep(followed(), { step: 'process', model: fake('planning') });
    expect((await asked(session.id)).filter(({ kind }) => kind === 'model')).toHaveLength(2);
  });
});

describe('an approval', () => {
  it('is for the attempt that was shown, and for no other', async () => {
    const { gate } = await begin();
    await expect(approveStep(app, { attempt: 'a000000000000' })).rejects.toMatchObject({
      code: 'GATE_CLOSED',
    });
    expect((await approveStep(app, { attempt: gate?.attempt })).gate).toBeNull();
  });
});
