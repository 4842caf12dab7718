import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { follower } from '../../../test/fixtures/batches.js';
import { dataOf, unreadableData } from '../../../test/fixtures/data-rows.js';
import { type App, openApp } from '../../app.js';
import type { ExecutionId } from '../../base/ids.js';
import type { DataRows } from '../../engine/batch/data-row.js';
import { executionsOf } from '../execution/execution-records.js';
import { listExecutions } from '../execution/list-executions.js';
import { createPrompt } from '../prompt/create-prompt.js';
import { deletePrompt } from '../prompt/delete-prompt.js';
import { updatePrompt } from '../prompt/update-prompt.js';
import { batchResults } from './batch-results.js';
import { batchStatus } from './batch-status.js';
import { cancelBatch } from './cancel-batch.js';
import { listBatches } from './list-batches.js';
import type { BatchResultRow } from './outputs.js';
import { pauseBatch } from './pause-batch.js';
import { resumeBatch } from './resume-batch.js';
import { retryBatch } from './retry-batch.js';
import { runBatch } from './run-batch.js';

let folder: string;
let app: App;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prompt-runner-batch-'));
  app = await openApp({ db: ':memory:', cwd: folder, env: { HOME: folder } });
});
afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const content = (text: string) => ({ messages: [{ role: 'user', text } as const] });
const greet = (text = 'Greet {{ who }}.') => createPrompt(app, { name: 'greet', content: content(text) });
const people = () => dataOf({ who: 'Ada' }, { who: 'Grace' }, { who: 'Joan' });
const ask = (given: Partial<Parameters<typeof runBatch>[1]> = {}) =>
  runBatch(app, { prompt: 'greet', model: 'fake', rows: people(), ...given });

async function resultsOf(batch: string): Promise<BatchResultRow[]> {
  const rows: BatchResultRow[] = [];
  for await (const row of (await batchResults(app, { batch })).rows) rows.push(row);
  return rows;
}

/** What each row was asked. */
async function questionsOf(batch: string): Promise<unknown[]> {
  const questions: unknown[] = [];
  for (const { execution } of await resultsOf(batch)) {
    const whole = await executionsOf(app).executions.whole(execution as ExecutionId);
    questions.push(
      whole?.messages.map(({ role, ...message }) => `${role}: ${'text' in message ? message.text : ''}`),
    );
  }
  return questions;
}

describe('a batch', () => {
  it('asks the prompt with each row, and gives the answers in order', async () => {
    await greet();
    const { batch, warnings, next } = await ask({ name: 'greetings' });
    expect(batch).toMatchObject({ name: 'greetings', prompt: 'greet@1', model: 'fake', status: 'completed' });
    expect(batch).toMatchObject({ rows: 3, done: 3, failed: 0, problem: null });
    expect([warnings, next]).toEqual([[], `prompt-runner batch results ${batch.id}`]);
    expect(await questionsOf('greetings')).toEqual([
      ['user: Greet Ada.'],
      ['user: Greet Grace.'],
      ['user: Greet Joan.'],
    ]);
    expect((await resultsOf('latest')).map(({ input, status }) => [input, status])).toEqual([
      [{ who: 'Ada' }, 'done'],
      [{ who: 'Grace' }, 'done'],
      [{ who: 'Joan' }, 'done'],
    ]);
    expect((await listBatches(app, {})).batches.map(({ id }) => id)).toEqual([batch.id]);
    expect(await batchStatus(app, { batch: batch.id })).toMatchObject({
      tally: { done: 3, pending: 0, claimed: 0 },
      workers: [],
      failures: [],
      ambiguous: [],
    });
  });

  it('tells of a variable that every row lacks before anything is on record', async () => {
    await greet('{{ greeting }} {{ who }}');
    await expect(ask()).rejects.toMatchObject({ code: 'VARIABLES_MISSING' });
    await expect(ask({ rows: dataOf() })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect((await listBatches(app, {})).total).toBe(0);
    const { batch } = await ask({ assignments: ['greeting=Hello', 'unknown=1'] });
    expect(await questionsOf(batch.id)).toContainEqual(['user: Hello Ada']);
  });

  it('goes on where one row lacks a variable, and a row’s own value wins', async () => {
    await greet();
    const rows = dataOf({ who: 'Ada' }, { whom: 'Grace' }, { who: 'Joan' });
    const { batch, next } = await ask({ rows });
    expect([batch.done, batch.failed, next]).toEqual([2, 1, `prompt-runner batch retry ${batch.id}`]);
    const { failures, problems } = await batchStatus(app, { batch: batch.id });
    expect(failures).toMatchObject([{ row: 2, execution: null, problem: { code: 'VARIABLES_MISSING' } }]);
    expect(problems).toMatchObject([{ code: 'VARIABLES_MISSING', rows: 1 }]);
    const { batch: other } = await ask({ rows: dataOf({}, { who: 'Ada' }), values: { who: 'you' } });
    expect(await questionsOf(other.id)).toEqual([['user: Greet you.'], ['user: Greet Ada.']]);
  });

  it('reads words by the types of the variables, and data as they are', async () => {
    const variable = { name: 'count', type: 'integer' } as const;
    await createPrompt(app, {
      name: 'greet',
      content: { messages: [{ role: 'user', text: '{{ count + 1 }}' }], variables: [variable] },
    });
    const words = { ...dataOf({ count: '41' }, { count: 'many' }), valuesAre: 'words' } as const;
    const { batch } = await ask({ rows: words });
    const results = await resultsOf(batch.id);
    expect(results.map(({ status, problem }) => [status, problem?.code])).toEqual([
      ['done', undefined],
      ['failed', 'VARIABLE_VALUE'],
    ]);
    const data = await ask({ rows: dataOf({ count: '41' }, { count: 41 }) });
    expect((await resultsOf(data.batch.id)).map(({ status }) => status)).toEqual(['failed', 'done']);
  });

  it('prints what is in the data, and never runs it', async () => {
    await greet();
    const { batch } = await ask({ rows: dataOf({ who: '{{ 6 * 7 }}{% include "secret" %}' }) });
    expect(await questionsOf(batch.id)).toEqual([['user: Greet {{ 6 * 7 }}{% include "secret" %}.']]);
  });

  it('takes the answer that is there already, but not for a row that is asked again on purpose', async () => {
    await greet();
    await ask();
    const { batch } = await ask();
    expect((await resultsOf(batch.id)).map(({ cached }) => cached)).toEqual([true, true, true]);
    const { batch: twice } = await ask({ repeat: 2, rows: dataOf({ who: 'Ada' }) });
    expect(
      (await resultsOf(twice.id)).map(({ row, repetition, cached }) => [row, repetition, cached]),
    ).toEqual([
      [1, 1, false],
      [1, 2, false],
    ]);
  });

  it('hides credentials in what it shows', async () => {
    await greet();
    const key = `sk-ant-api03-${'a1B2'.repeat(24)}AA`;
    const { batch } = await ask({ rows: dataOf({ who: key }) });
    expect(JSON.stringify(await resultsOf(batch.id))).not.toContain(key);
  });

  it('whose reading breaks off leaves nothing behind, and none of it is asked', async () => {
    await greet();
    const rows: DataRows = {
      valuesAre: 'data',
      async *[Symbol.asyncIterator]() {
        yield { row: 1, values: { who: 'Ada' } };
        throw new Error('the disk is gone');
      },
    };
    await expect(ask({ rows })).rejects.toThrow('the disk is gone');
    expect((await listBatches(app, {})).batches).toEqual([]);
    expect((await listExecutions(app, {})).executions).toEqual([]);
  });
});

describe('a batch that goes on', () => {
  it('keeps its version, its parameters and its words, also when the prompt is gone', async () => {
    await createPrompt(app, { name: 'shared/tone', content: content('kindly') });
    await greet('Greet {{ who }} {% include "shared/tone" %}.');
    const rows = unreadableData();
    await ask({ rows, system: 'Be brief.', parameters: { temperature: 0.5 }, values: { who: 'Ada' } });
    const { batch, changed } = await retryBatch(app, { batch: 'latest' });
    expect([batch.status, changed]).toEqual(['paused', 1]);
    await updatePrompt(app, { prompt: 'greet', content: content('Insult {{ who }}.') });
    await updatePrompt(app, { prompt: 'shared/tone', content: content('rudely') });
    for (const prompt of ['greet', 'shared/tone']) await deletePrompt(app, { prompt });
    const resumed = await resumeBatch(app, { batch: batch.id, concurrency: 2 });
    expect(resumed.batch).toMatchObject({ status: 'completed', done: 1, failed: 0, concurrency: 2 });
    expect(await questionsOf(batch.id)).toEqual([['system: Be brief.', 'user: Greet Ada kindly.']]);
    const [{ execution } = expect.fail('there is none')] = await resultsOf(batch.id);
    expect((await executionsOf(app).executions.whole(execution as ExecutionId))?.parameters).toEqual({
      temperature: 0.5,
    });
  });

  it('begins nothing after somebody wanted it to end, and is paused', async () => {
    await greet();
    const { watch, drain } = follower();
    let told = 0;
    const onProgress = () => void told++;
    const following = { ...app, follower: { ...watch, onProgress, onBegin: drain } };
    await expect(
      runBatch(following, { prompt: 'greet', model: 'fake', rows: people() }),
    ).rejects.toMatchObject({
      code: 'BATCH_LOAD_INTERRUPTED',
      kind: 'interrupted',
    });
    expect((await listBatches(app, {})).batches).toEqual([]);
    await ask({ rows: unreadableData() });
    await retryBatch(app, { batch: 'latest' });
    const { batch } = await resumeBatch(following, { batch: 'latest' });
    expect(batch).toMatchObject({ status: 'paused', problem: null, done: 0, failed: 0 });
    expect(told).toBeGreaterThan(0);
  });

  it('can be called off, and what is done stays done', async () => {
    await greet();
    const { batch } = await ask({ rows: unreadableData() });
    await expect(pauseBatch(app, { batch: batch.id })).rejects.toMatchObject({ code: 'BATCH_STATE' });
    await expect(cancelBatch(app, { batch: batch.id })).rejects.toMatchObject({ code: 'BATCH_STATE' });
    await retryBatch(app, { batch: batch.id });
    expect(await pauseBatch(app, { batch: batch.id })).toMatchObject({
      changed: 1,
      batch: { status: 'paused' },
    });
    expect(await cancelBatch(app, { batch: batch.id })).toMatchObject({
      changed: 1,
      batch: { status: 'cancelled' },
    });
  });

  it('is paused by a key that is missing, before it is on record', async () => {
    await greet();
    await expect(ask({ model: 'openai:gpt-5-mini' })).rejects.toMatchObject({ code: 'MODEL_KEY_MISSING' });
    expect((await listBatches(app, {})).total).toBe(0);
  });

  it('is found by the unique beginning of its id, and not by another', async () => {
    await greet();
    const { batch } = await ask();
    expect((await batchStatus(app, { batch: batch.id.slice(0, 6) })).batch.id).toBe(batch.id);
    await expect(batchStatus(app, { batch: 'nothing-like-it' })).rejects.toMatchObject({
      code: 'BATCH_NOT_FOUND',
    });
  });
});

describe('calls at the same time', () => {
  it('are no more than models.yaml allows, which is said', async () => {
    await greet();
    const config = join(folder, '.config', 'prompt-runner');
    mkdirSync(config, { recursive: true });
    writeFileSync(
      join(config, 'models.yaml'),
      'providers: {shop: {kind: compatible, base_url: "http://127.0.0.1:9/v1", concurrency: 2}}\n',
    );
    const given = { prompt: 'greet', model: 'shop:any', rows: unreadableData() };
    const { warnings } = await runBatch(app, { ...given, concurrency: 20 });
    expect(warnings).toEqual(['models.yaml allows shop 2 calls at a time, so that there are no more.']);
    expect((await runBatch(app, { ...given, rows: unreadableData(), concurrency: 2 })).warnings).toEqual([]);
  });
});
