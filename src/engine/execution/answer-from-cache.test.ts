import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore } from '../../../test/fixtures/empty-store.js';
import { tokens } from '../../../test/fixtures/executions.js';
import {
  aRequest,
  executionPortsWith,
  faultOf,
  type ScriptedReply,
  says,
  scriptedModel,
} from '../../../test/fixtures/scripted-model.js';
import { minutesLater, someTime } from '../../../test/fixtures/sessions.js';
import type { Store } from '../../store/store.js';
import { execute } from './execute.js';
import type { ExecutionRequest } from './execution-request.js';
import { withAnswerTiers } from './with-answer-tiers.js';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
});
afterEach(() => store.close());

const patient = () => ({ signal: new AbortController().signal });

function ask(replies: readonly ScriptedReply[], given: Partial<ExecutionRequest> = {}) {
  return execute(executionPortsWith(store, scriptedModel(replies)), aRequest(given), patient());
}

describe('the cache', () => {
  const cachedSince = minutesLater(-60);

  it('answers the same question, and says whose answer it is', async () => {
    const first = await ask([says('Yes.', { usage: tokens(10, 1) })], { cachedSince });
    const again = await ask([says('No.')], { cachedSince });
    expect(again).toMatchObject({
      answer: { text: 'Yes.' },
      cost: 0,
      cached: { execution: first.id, at: someTime },
    });
    expect(await store.executions.whole(again.id)).toMatchObject({
      answeredBy: first.id,
      status: 'succeeded',
      cost: 0,
      usage: { input: 0, output: 0 },
    });
    expect(await store.executions.attempts(again.id)).toEqual([]);
  });

  it('is not asked by whoever wants the model, and not by another question', async () => {
    await ask([says('Yes.')], { cachedSince });
    expect((await ask([says('No.')], { cachedSince: null })).answer.text).toBe('No.');
    expect((await ask([says('Three.')], { cachedSince, parameters: { seed: 3 } })).cached).toBeNull();
    expect((await ask([says('Old.')], { cachedSince: minutesLater(1) })).cached).toBeNull();
  });

  it('knows nothing of tools, agents and failures', async () => {
    const tool = { name: 'read', description: '', inputSchema: {}, run: async () => 'x' };
    const agent = { folder: '/repo', access: 'read' } as const;
    for (const given of [{ tools: [tool] }, { agent }]) {
      await ask([says('Yes.')], { cachedSince, ...given });
      expect((await ask([says('No.')], { cachedSince, ...given })).answer.text).toBe('No.');
    }
    await ask([faultOf('auth')], { cachedSince, messages: [{ role: 'user', text: 'Well?' }] }).catch(
      () => {},
    );
    const again = await ask([says('Good.')], { cachedSince, messages: [{ role: 'user', text: 'Well?' }] });
    expect(again.answer.text).toBe('Good.');
  });

  it.each(['length', 'other', 'content-filter', 'error'] as const)(
    'does not keep an answer that ended with %s',
    async (finishReason) => {
      await ask([says('Half of', { finishReason })], { cachedSince });
      expect((await ask([says('Whole.')], { cachedSince })).answer.text).toBe('Whole.');
    },
  );

  it('does not take the answer of what only has the same name', async () => {
    const there = { ...scriptedModel([says('There.')]), identity: { address: 'http://there/v1' } };
    const here = { ...scriptedModel([says('Here.')]), identity: { address: 'http://here/v1' } };
    const request = aRequest({ cachedSince });
    await execute(executionPortsWith(store, there), request, patient());
    const asked = await execute(executionPortsWith(store, here), request, patient());
    expect(asked).toMatchObject({ answer: { text: 'Here.' }, cached: null });
    const again = await execute(executionPortsWith(store, there), request, patient());
    expect(again.answer.text).toBe('There.');
    expect(again.cached).not.toBeNull();
  });

  it('holds a cached answer against the schema that is asked for', async () => {
    const responseSchema = { type: 'object' };
    await ask([says('{"n":1}')], { cachedSince, responseSchema });
    expect((await ask([says('')], { cachedSince, responseSchema })).value).toEqual({ n: 1 });
  });

  it('gives nothing that was forgotten since it was read, and puts nothing of it on record', async () => {
    await ask([says('Yes.')], { cachedSince });
    const ports = executionPortsWith(store, scriptedModel([says('No.')]));
    const { executionJournal } = store;
    const journal = withAnswerTiers(executionJournal, [
      {
        async find(key) {
          const answer = await executionJournal.cached(key, cachedSince);
          await store.responseCache.clear();
          return answer;
        },
        keep: async () => {},
      },
    ]);
    const again = await execute({ ...ports, journal }, aRequest({ cachedSince }), patient());
    expect(again).toMatchObject({ answer: { text: 'No.' }, cached: null });
    expect(await store.executions.whole(again.id)).toMatchObject({ answeredBy: null, status: 'succeeded' });
    expect(await store.executions.count({})).toEqual({ count: 2, exact: true });
  });
});
