import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore } from '../../../test/fixtures/empty-store.js';
import { noCeilings, tokens } from '../../../test/fixtures/executions.js';
import {
  aRequest,
  executionPortsWith,
  type ScriptedReply,
  says,
  scriptedModel,
  wishesFor,
} from '../../../test/fixtures/scripted-model.js';
import { someTime } from '../../../test/fixtures/sessions.js';
import type { Store } from '../../store/store.js';
import { execute } from './execute.js';
import type { ExecutionRequest, RunnableTool } from './execution-request.js';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
});
afterEach(() => store.close());

const patient = () => ({ signal: new AbortController().signal });

const read: RunnableTool = {
  name: 'read',
  description: 'Reads a file.',
  inputSchema: { type: 'object' },
  run: async (input) => `content of ${JSON.stringify(input)}`,
};
const broken: RunnableTool = {
  ...read,
  name: 'broken',
  run: () => Promise.reject(new Error('there is no such file')),
};

function converse(replies: readonly ScriptedReply[], given: Partial<ExecutionRequest> = {}) {
  const model = scriptedModel(replies);
  const request = aRequest({ tools: [read, broken], ...given });
  return { model, done: execute(executionPortsWith(store, model), request, patient()) };
}

async function onRecord() {
  const [execution] = await store.executions.list({}, { limit: 10 });
  if (execution === undefined) throw new Error('nothing is on record');
  return {
    whole: await store.executions.whole(execution.id),
    calls: await store.executions.attempts(execution.id),
  };
}

describe('a model with tools', () => {
  it('is told what came of each, and every use is on record', async () => {
    const usage = tokens(10, 1);
    const replies = [
      { ...wishesFor('read', 'broken'), usage },
      { ...wishesFor('write'), usage },
      says('Done.', { usage }),
    ];
    const { model, done } = converse(replies);
    expect(await done).toMatchObject({
      answer: { text: 'Done.', usage: { input: 30, output: 3 } },
      cost: 36_000,
    });
    expect(model.asked.map(({ messages }) => messages.length)).toEqual([1, 3, 5]);
    expect(model.asked[1]?.messages.at(-1)).toMatchObject({
      role: 'tool',
      results: [
        { text: 'content of {"path":"a.ts"}', failed: false },
        { text: 'there is no such file', failed: true },
      ],
    });
    expect(model.asked[2]?.messages.at(-1)).toMatchObject({
      results: [{ text: 'There is no tool write. There are: read, broken.', failed: true }],
    });
    const { whole, calls } = await onRecord();
    expect(whole?.tools).toEqual(['read', 'broken']);
    expect(whole?.toolUses.map(({ round, call, failed }) => [round, call.name, failed])).toEqual([
      [1, 'read', false],
      [1, 'broken', true],
      [2, 'write', true],
    ]);
    expect(calls.map(({ number, round, status, cost }) => [number, round, status, cost])).toEqual([
      [1, 1, 'succeeded', 12_000],
      [2, 2, 'succeeded', 12_000],
      [3, 3, 'succeeded', 12_000],
    ]);
  });

  it('is believed when it wishes for a tool and says that it stopped', async () => {
    const { model, done } = converse([{ ...wishesFor('read'), finishReason: 'stop' }, says('Done.')]);
    expect((await done).answer.text).toBe('Done.');
    expect(model.asked).toHaveLength(2);
  });

  it('is ended after forty rounds, with all of them on record', async () => {
    const { model, done } = converse([wishesFor('read')]);
    await expect(done).rejects.toMatchObject({ code: 'EXECUTION_FAILED', problem: { code: 'tool-rounds' } });
    expect(model.asked).toHaveLength(40);
    const { whole, calls } = await onRecord();
    expect(whole).toMatchObject({ status: 'failed', problem: { code: 'tool-rounds' } });
    expect(whole?.toolUses).toHaveLength(40);
    expect(calls).toHaveLength(40);
  });
});

describe('a ceiling', () => {
  it('on the execution ends it between two rounds, with what was paid for kept', async () => {
    const usage = tokens(1_000_000, 0);
    const ceilings = { ...noCeilings, run: 1_000_000_000 };
    const { model, done } = converse([{ ...wishesFor('read'), usage }, says('Done.')], { ceilings });
    await expect(done).rejects.toMatchObject({ kind: 'not-allowed', problem: { code: 'ceiling' } });
    expect(model.asked).toHaveLength(1);
    const { whole, calls } = await onRecord();
    expect(whole).toMatchObject({ status: 'failed', cost: 1_000_000_000, problem: { code: 'ceiling' } });
    expect(whole?.toolUses).toHaveLength(1);
    expect(calls).toMatchObject([{ status: 'succeeded', cost: 1_000_000_000 }]);
  });
});
