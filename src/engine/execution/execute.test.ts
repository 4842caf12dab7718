import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyStore } from '../../../test/fixtures/empty-store.js';
import { noCeilings, tokens } from '../../../test/fixtures/executions.js';
import {
  aRequest,
  executionPortsWith,
  faultOf,
  type ScriptedReply,
  says,
  scriptedModel,
} from '../../../test/fixtures/scripted-model.js';
import { someTime } from '../../../test/fixtures/sessions.js';
import { type ExecutionId, newPromptVersionId } from '../../base/ids.js';
import { type FaultClass, faultClasses } from '../../models/spec/model-fault.js';
import type { Store } from '../../store/store.js';
import { execute } from './execute.js';
import type { ExecutionRequest } from './execution-request.js';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
});
afterEach(() => store.close());

const patient = () => ({ signal: new AbortController().signal });

function ask(replies: readonly ScriptedReply[], given: Partial<ExecutionRequest> = {}, waits: number[] = []) {
  return execute(executionPortsWith(store, scriptedModel(replies), { waits }), aRequest(given), patient());
}

/** The one execution on record, with its calls. */
async function onRecord() {
  const [execution, ...others] = await store.executions.list({}, { limit: 10 });
  expect(others).toEqual([]);
  if (execution === undefined) throw new Error('nothing is on record');
  const calls = await store.executions.attempts(execution.id);
  return { whole: await store.executions.whole(execution.id), calls };
}

const count = async () => (await store.executions.list({}, { limit: 100 })).length;

describe('an execution', () => {
  it('is on record with its call before the model is asked', async () => {
    const seen: unknown[] = [];
    await ask([
      async () => {
        const { whole, calls } = await onRecord();
        seen.push(
          whole?.status,
          whole?.messages,
          calls.map(({ status }) => status),
        );
        return says('Yes.');
      },
    ]);
    expect(seen).toEqual(['running', [{ role: 'user', text: 'Be brief.' }], ['running']]);
    expect((await onRecord()).whole).toMatchObject({ status: 'succeeded', response: 'Yes.' });
  });

  it('keeps the prompt version that was executed, the price of the day and the cost', async () => {
    const prompt = { version: newPromptVersionId(), reference: 'team/review@3' };
    const executed = await ask([says('Yes.', { usage: tokens(100, 10) })], { prompt });
    expect(executed.cost).toBe(100 * 1000 + 10 * 2000);
    expect((await onRecord()).whole).toMatchObject({
      prompt,
      cost: executed.cost,
      price: { source: 'test' },
      usage: { input: 100, output: 10, reasoning: 3 },
      answeredModel: 'gpt-5-mini-2026',
    });
  });

  it('does not know the cost of tokens that were not counted, nor of a model without a price', async () => {
    expect((await ask([says('Yes.')])).cost).toBeNull();
    expect((await onRecord()).whole).toMatchObject({ cost: null, usage: { input: null, output: null } });
    const ports = executionPortsWith(store, scriptedModel([says('', { usage: tokens(1, 1) })]), {
      price: null,
    });
    expect((await execute(ports, aRequest(), patient())).cost).toBeNull();
  });
});

describe('what went wrong', () => {
  const waited = [500, 1000, 2000];

  it.each([
    'rate-limited',
    'overloaded',
    'timeout',
    'connection',
    'truncated',
    'malformed',
    'empty',
  ] as const)('is asked again four times at most when it may pass: %s', async (fault) => {
    const waits: number[] = [];
    const error = await ask([faultOf(fault, { status: 503 })], {}, waits).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: 'EXECUTION_FAILED', kind: 'failed', problem: { code: fault } });
    expect(waits).toEqual(waited);
    const { whole, calls } = await onRecord();
    expect(whole).toMatchObject({ status: 'failed', problem: { code: fault } });
    expect(
      calls.map((call) => [call.number, call.status, call.fault, call.httpStatus, call.waitedMs]),
    ).toEqual([
      [1, 'failed', fault, 503, 0],
      [2, 'failed', fault, 503, 500],
      [3, 'failed', fault, 503, 1000],
      [4, 'failed', fault, 503, 2000],
    ]);
  });

  const lasting: readonly FaultClass[] = faultClasses.filter(
    (fault) => !faultOf(fault).passing && fault !== 'aborted',
  );
  it.each(lasting)('is not asked again when it will not pass: %s', async (fault) => {
    const waits: number[] = [];
    await expect(ask([faultOf(fault), says('Yes.')], {}, waits)).rejects.toMatchObject({
      problem: { code: fault },
    });
    expect(waits).toEqual([]);
    expect((await onRecord()).calls).toHaveLength(1);
  });

  it('is forgotten when the next call goes well, and stays on record', async () => {
    const waits: number[] = [];
    const executed = await ask([faultOf('rate-limited', { retryAfterMs: 7000 }), says('Yes.')], {}, waits);
    expect(executed.answer.text).toBe('Yes.');
    expect(waits).toEqual([7050]);
    const { whole, calls } = await onRecord();
    expect(whole?.status).toBe('succeeded');
    expect(calls.map(({ status, fault, waitedMs }) => [status, fault, waitedMs])).toEqual([
      ['failed', 'rate-limited', 0],
      ['succeeded', null, 7050],
    ]);
  });

  it('costs nothing where the provider refused, and nobody knows what where it broke off', async () => {
    const good = says('Yes.', { usage: tokens(10, 0) });
    expect((await ask([faultOf('rate-limited'), good])).cost).toBe(10_000);
    expect((await ask([faultOf('connection'), good])).cost).toBeNull();
  });

  it('keeps how far an answer had come, and what that cost', async () => {
    const partial = says('Half of', { usage: tokens(10, 2) });
    await expect(ask([faultOf('refused', { partial })])).rejects.toMatchObject({ partial: 'Half of' });
    expect((await onRecord()).whole).toMatchObject({ status: 'failed', response: 'Half of', cost: 14_000 });
  });
});

describe('a fault of the program', () => {
  it('leaves a failed execution with what had come, and goes on', async () => {
    const model = scriptedModel([
      (_request, { onText }) => {
        onText?.('Half');
        throw new TypeError('x is not a function');
      },
    ]);
    const told: string[] = [];
    const watch = { ...patient(), onText: (text: string) => told.push(text) };
    await expect(execute(executionPortsWith(store, model), aRequest(), watch)).rejects.toThrow(TypeError);
    const { whole, calls } = await onRecord();
    expect(whole).toMatchObject({
      status: 'failed',
      response: 'Half',
      cost: null,
      problem: { code: 'unexpected', message: 'x is not a function' },
    });
    expect(calls).toMatchObject([{ status: 'failed', fault: null, message: 'x is not a function' }]);
    expect(told).toEqual(['Half']);
  });

  it('while an answer is held against its schema keeps the answer', async () => {
    // Only a property that fits the pattern shows that its schema is none.
    const responseSchema = { patternProperties: { '^kind$': null } };
    const answer = says('{"kind":1}', { usage: tokens(10, 1) });
    await expect(ask([answer], { responseSchema })).rejects.toThrow(TypeError);
    const { whole, calls } = await onRecord();
    expect(whole).toMatchObject({
      status: 'failed',
      response: '{"kind":1}',
      cost: 12_000,
      problem: { code: 'unexpected' },
    });
    expect(calls).toMatchObject([{ status: 'succeeded' }]);
  });
});

describe('whoever gives up', () => {
  it('while the model answers keeps what had come', async () => {
    const partial = says('Half', { usage: tokens(10, 1) });
    const error = await ask([faultOf('aborted', { partial })]).catch((thrown) => thrown);
    expect(error).toMatchObject({ kind: 'interrupted', partial: 'Half' });
    const { whole, calls } = await onRecord();
    expect(whole).toMatchObject({ status: 'aborted', response: 'Half', cost: 12_000 });
    expect(calls).toMatchObject([{ status: 'failed', fault: 'aborted' }]);
  });

  it('while it waits to ask again leaves an aborted execution with the fault on record', async () => {
    const controller = new AbortController();
    const model = scriptedModel([
      () => {
        controller.abort(new Error('enough'));
        throw faultOf('overloaded', { status: 529 });
      },
    ]);
    const running = execute(executionPortsWith(store, model), aRequest(), { signal: controller.signal });
    await expect(running).rejects.toMatchObject({ kind: 'interrupted' });
    const { whole, calls } = await onRecord();
    expect(whole).toMatchObject({ status: 'aborted', problem: { code: 'aborted' } });
    expect(calls).toMatchObject([{ status: 'failed', fault: 'overloaded', httpStatus: 529 }]);
    expect(model.asked).toHaveLength(1);
  });

  it('while it queues leaves nothing on record', async () => {
    const controller = new AbortController();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const model = scriptedModel(
      [
        async () => {
          await held;
          return says('Yes.');
        },
      ],
      { limits: { concurrency: 1, concurrencyIs: 'given', requestsPerMinute: null } },
    );
    const ports = executionPortsWith(store, model);
    const first = execute(ports, aRequest(), patient());
    await vi.waitFor(() => expect(model.asked).toHaveLength(1));
    const second = execute(ports, aRequest(), { signal: controller.signal });
    await new Promise(setImmediate);
    controller.abort(new Error('enough'));
    await expect(second).rejects.toThrow('enough');
    release();
    await first;
    expect(await count()).toBe(1);
  });
});

describe('an answer by a schema', () => {
  const responseSchema = {
    type: 'object',
    properties: { n: { type: 'number' } },
    required: ['n'],
    additionalProperties: false,
  };

  it.each([
    ['bare', '{"n":1}'],
    ['in a fence', '```json\n{"n": 1}\n```\n'],
    ['in a fence without a language', '```\r\n{"n": 1}\r\n```'],
  ])('is read %s', async (_form, text) => {
    expect((await ask([says(text)], { responseSchema })).value).toEqual({ n: 1 });
    expect((await onRecord()).whole).toMatchObject({ status: 'succeeded', responseSchema });
  });

  it('is not asked for when no answer could be held against the schema', async () => {
    const model = scriptedModel([says('{}')]);
    const request = aRequest({ responseSchema: { $ref: '#/nope' } });
    await expect(execute(executionPortsWith(store, model), request, patient())).rejects.toMatchObject({
      code: 'ANSWER_SCHEMA',
      kind: 'usage',
    });
    expect(model.asked).toEqual([]);
    expect(await count()).toBe(0);
  });

  it.each([
    ['no JSON', 'One.', 'it is not JSON.'],
    ['another shape', '{"n":"one"}', 'n: '],
  ])('is kept as failed when it is %s', async (_form, text, problem) => {
    await expect(ask([says(text, { usage: tokens(10, 1) })], { responseSchema })).rejects.toMatchObject({
      code: 'RESPONSE_NOT_TO_SCHEMA',
    });
    expect((await onRecord()).whole).toMatchObject({
      status: 'failed',
      response: text,
      cost: 12_000,
      problem: { code: 'schema', message: expect.stringContaining(problem) },
    });
  });
});

describe('an answer', () => {
  it('is told bit by bit, each retry anew', async () => {
    const told: string[] = [];
    const model = scriptedModel([
      (_request, { onText }) => {
        onText?.('Ha');
        throw faultOf('connection');
      },
      (_request, { onText }) => {
        onText?.('Yes');
        return says('Yes');
      },
    ]);
    const began: ExecutionId[] = [];
    await execute(executionPortsWith(store, model), aRequest({ ceilings: noCeilings }), {
      ...patient(),
      onBegin: (id) => began.push(id),
      onText: (text) => told.push(text),
      onRetry: ({ fault, call, of }) => told.push(`[${fault} ${call}/${of}]`),
    });
    expect(told).toEqual(['Ha', '[connection 2/4]', 'Yes']);
    expect(began).toHaveLength(1);
  });
});
