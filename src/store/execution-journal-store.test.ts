import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import {
  aCall,
  anEnd,
  anEndedCall,
  anExecution,
  noCeilings,
  tokens,
  writeExecution,
} from '../../test/fixtures/executions.js';
import { minutesLater, someTime } from '../../test/fixtures/sessions.js';
import { newAttemptId, newExecutionId, newProjectId, newPromptVersionId, newSessionId } from '../base/ids.js';
import type { NewExecution } from '../engine/execution/execution.js';
import type { Ceilings } from '../engine/execution/execution-journal.js';
import type { Store } from './store.js';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
});
afterEach(() => store.close());

const journal = () => store.executionJournal;
const onRecord = async () => (await store.executions.list({}, { limit: 100 })).map(({ id }) => id);

/** Everything that an execution can have. */
function aFullExecution(): NewExecution {
  const call = { id: 'c1', name: 'read', input: { path: 'a\0\ud83d' } };
  return anExecution({
    kind: 'agent',
    project: newProjectId(),
    place: { session: newSessionId(), step: 'implement', part: 2, attempt: newAttemptId() },
    prompt: { version: newPromptVersionId(), reference: 'team/review@3' },
    messages: [
      { role: 'system', text: 'sys\0tem \ud83d' },
      {
        role: 'user',
        text: '要件',
        attachments: [
          { name: 'a.png', mediaType: 'image/png', bytes: Uint8Array.of(0, 255, 26) },
          { name: 'b.txt', mediaType: 'text/plain', bytes: Uint8Array.of(98) },
        ],
      },
      { role: 'assistant', text: '', toolCalls: [call] },
      { role: 'tool', results: [{ call, text: 'content', failed: false }] },
      { role: 'user', text: 'more', attachments: [{ name: 'c', mediaType: 'x/y', bytes: Uint8Array.of(1) }] },
    ],
    parameters: { temperature: 0.5, stopSequences: ['\u001a'], providerOptions: { a: [null] } },
    responseSchema: { type: 'object' },
    tools: ['read', 'search'],
    cacheKey: 'key',
    rerunOf: newExecutionId(),
  });
}

describe('an execution', () => {
  it('is on record before its first call is over, with all that is needed to do the same again', async () => {
    const execution = aFullExecution();
    await journal().begin(execution, aCall({ waitedMs: 3.4 }), noCeilings);
    expect(await store.executions.whole(execution.id)).toMatchObject({
      ...execution,
      status: 'running',
      response: null,
      cost: null,
      latencyMs: null,
      finishedAt: null,
    });
    expect(await store.executions.attempts(execution.id)).toMatchObject([
      { execution: execution.id, number: 1, round: 1, status: 'running', finishedAt: null, waitedMs: 3 },
    ]);
  });

  it('has its answer, its usage and its cost when it is over', async () => {
    const execution = anExecution();
    await journal().begin(execution, aCall(), noCeilings);
    const end = anEnd({
      at: minutesLater(1),
      response: 'an\0swer \ud83d',
      reasoning: 'hm',
      answeredModel: 'gpt-5-mini-2026',
      usage: tokens(10, 20),
      cost: 1234,
      price: { input: 1, output: 2, cachedInput: null, cacheWrite: 3, source: 'models.yaml' },
      latencyMs: 1500.6,
      firstTokenMs: 20.2,
      details: { session: 'abc' },
      warnings: ['no seed'],
    });
    await journal().finish(execution, anEndedCall({ cost: 1234, usage: tokens(10, 20) }), end);
    const { at, ...kept } = { ...end, latencyMs: 1501, firstTokenMs: 20 };
    expect(await store.executions.whole(execution.id)).toMatchObject({ ...kept, finishedAt: at });
  });

  it('has every call, also those that failed, and the tools that were used after each', async () => {
    const execution = anExecution();
    await journal().begin(execution, aCall(), noCeilings);
    const failed = anEndedCall({
      status: 'failed',
      fault: 'rate-limited',
      httpStatus: 429,
      message: 'Slow down.',
      requestId: 'req-1',
    });
    await journal().next(execution, failed, aCall({ number: 2, waitedMs: 500 }), noCeilings);
    const use = { round: 1, call: { id: 'c', name: 'read', input: { path: 'a' } }, text: 'x', failed: true };
    const used = anEndedCall({ number: 2, toolUses: [use, { ...use, text: 'y', failed: false }] });
    await journal().next(execution, used, aCall({ number: 3, round: 2 }), noCeilings);
    await journal().finish(execution, anEndedCall({ number: 3, usage: tokens(1, 2), cost: 5 }), anEnd());
    expect(await store.executions.attempts(execution.id)).toMatchObject([
      { number: 1, status: 'failed', fault: 'rate-limited', httpStatus: 429, message: 'Slow down.' },
      { number: 2, status: 'succeeded', waitedMs: 500 },
      { number: 3, round: 2, usage: tokens(1, 2), cost: 5 },
    ]);
    expect((await store.executions.whole(execution.id))?.toolUses).toEqual(used.toolUses);
  });

  it('ends once', async () => {
    const id = await writeExecution(journal());
    await expect(
      journal().finish({ id, place: null }, anEndedCall(), anEnd({ response: 'No.' })),
    ).rejects.toThrow('was over before');
    expect((await store.executions.whole(id))?.response).toBe('Yes.');
  });

  it('says which attempt of its session its answer became', async () => {
    const attempt = newAttemptId();
    const place = { session: newSessionId(), step: 'process', part: null, attempt: null } as const;
    const id = await writeExecution(journal(), { place });
    await journal().becameAttempt(id, attempt);
    expect((await store.executions.whole(id))?.place).toEqual({ ...place, attempt });
    const other = await writeExecution(journal());
    await expect(journal().becameAttempt(other, attempt)).rejects.toThrow('not one of a session');
  });
});

describe('a ceiling', () => {
  const session = newSessionId();
  const place = { session, step: 'process', part: null, attempt: null } as const;
  const under = (given: Partial<Ceilings>): Ceilings => ({ ...noCeilings, ...given });
  const begin = (reserved: number, ceilings: Partial<Ceilings>, given: Partial<NewExecution> = {}) => {
    const execution = anExecution(given);
    const call = aCall({ reserved, at: execution.at });
    return journal()
      .begin(execution, call, under(ceilings))
      .then(() => execution);
  };

  it('of a run is kept from the first call on: nothing is written', async () => {
    await expect(begin(101, { run: 100 })).rejects.toMatchObject({ code: 'COST_CEILING', scope: 'run' });
    expect(await onRecord()).toEqual([]);
    await begin(100, { run: 100 });
  });

  it('of a run counts its calls; the one that is over is kept when the next is refused', async () => {
    const begun = await begin(60, { run: 100 });
    const ended = anEndedCall({ cost: 41 });
    const next = aCall({ number: 2, reserved: 60 });
    await expect(journal().next(begun, ended, next, under({ run: 100 }))).rejects.toMatchObject({
      scope: 'run',
    });
    expect(await store.executions.attempts(begun.id)).toMatchObject([{ status: 'succeeded', cost: 41 }]);
    await journal().next(begun, ended, { ...next, reserved: 59 }, under({ run: 100 }));
    expect(await store.executions.attempts(begun.id)).toHaveLength(2);
  });

  it('of a session counts what its executions cost, and what those on their way may cost', async () => {
    const first = await begin(50, { session: 100 }, { place });
    await begin(1000, {}, { place: { ...place, session: newSessionId() } });
    await expect(begin(51, { session: 100 }, { place })).rejects.toMatchObject({ scope: 'session' });
    await journal().finish(first, anEndedCall({ cost: 10 }), anEnd());
    await begin(51, { session: 100 }, { place });
    expect(await store.executions.spentFor(session)).toBe(61);
  });

  it('of a session holds for the next call, too', async () => {
    const begun = await begin(50, {}, { place });
    const next = () =>
      journal().next(
        begun,
        anEndedCall({ cost: 50 }),
        aCall({ number: 2, reserved: 51 }),
        under({ session: 100 }),
      );
    await expect(next()).rejects.toMatchObject({ scope: 'session' });
  });

  it('of a day counts everything since its beginning', async () => {
    const day = { since: someTime, limit: 100 };
    await begin(1000, {}, { at: minutesLater(-1) });
    await begin(60, { day });
    await expect(begin(41, { day })).rejects.toMatchObject({ scope: 'day' });
    await begin(40, { day }, { at: minutesLater(5) });
    expect(await store.executions.spentSince(someTime)).toBe(100);
  });

  it('is kept by many that begin at once', async () => {
    const day = { since: someTime, limit: 100 };
    const outcomes = await Promise.allSettled(Array.from({ length: 30 }, () => begin(10, { day })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    expect(await onRecord()).toHaveLength(10);
  });

  it('says what is left under the tightest', async () => {
    const begun = await begin(30, {}, { place });
    const left = (given: Partial<Ceilings>) => journal().left(begun, under(given));
    expect(await left({})).toBeNull();
    expect(await left({ run: 100 })).toBe(70);
    expect(
      await left({ run: 100, session: 90, batch: null, workflow: null, day: { since: someTime, limit: 95 } }),
    ).toBe(60);
    expect(await left({ run: 20 })).toBe(0);
  });
});

describe('the cache', () => {
  it('gives an answer to the same question, as long as it is young enough', async () => {
    const end = {
      response: 'Yes.',
      reasoning: 'hm',
      answeredModel: 'm',
      usage: tokens(1, 2),
      at: minutesLater(1),
    };
    const id = await writeExecution(journal(), { cacheKey: 'k' }, end);
    expect(await journal().cached('k', minutesLater(1))).toEqual({
      execution: id,
      ...end,
      finishReason: 'stop',
    });
    expect(await journal().cached('k', minutesLater(2))).toBeNull();
    expect(await journal().cached('other', someTime)).toBeNull();
  });

  it.each([
    ['no key', {}, {}],
    ['failed', { cacheKey: 'k' }, { status: 'failed' }],
    ['was aborted', { cacheKey: 'k' }, { status: 'aborted' }],
    ['broke off at its limit', { cacheKey: 'k' }, { finishReason: 'length' }],
    ['has no answer', { cacheKey: 'k' }, { response: null }],
  ] as const)('keeps nothing of one that has, or: %s', async (_, given, end) => {
    await writeExecution(journal(), given, end);
    expect(await store.responseCache.stats()).toMatchObject({ entries: 0 });
  });

  it('puts an answer that it gave on record as an execution that cost nothing', async () => {
    const origin = await writeExecution(journal(), { cacheKey: 'k' }, { cost: 70, usage: tokens(5, 5) });
    const answer = await journal().cached('k', someTime);
    const again = anExecution({ cacheKey: 'k', at: minutesLater(3) });
    if (answer !== null) await journal().answerFromCache(again, answer);
    expect(await store.executions.whole(again.id)).toMatchObject({
      ...again,
      status: 'succeeded',
      answeredBy: origin,
      response: 'Yes.',
      cost: 0,
      usage: { input: 0, output: 0 },
      finishedAt: minutesLater(3),
    });
    expect(await store.executions.attempts(again.id)).toEqual([]);
    expect(await store.responseCache.stats()).toMatchObject({ entries: 1, hits: 1, saved: 70 });
    expect(await store.executions.list({ cached: true }, { limit: 9 })).toMatchObject([{ id: again.id }]);
  });
});
