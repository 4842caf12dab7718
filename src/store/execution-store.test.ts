import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import { aCall, anExecution, noCeilings, tokens, writeExecution } from '../../test/fixtures/executions.js';
import { writePrompt } from '../../test/fixtures/prompts.js';
import {
  anAnswer,
  aProject,
  aSession,
  creationOf,
  minutesLater,
  someTime,
} from '../../test/fixtures/sessions.js';
import { newExecutionId, newProjectId, newPromptVersionId, newSessionId } from '../base/ids.js';
import type { NewExecution } from '../engine/execution/execution.js';
import type { ExecutionEnd } from '../engine/execution/execution-journal.js';
import type { ExecutionFilter } from './execution-filter.js';
import type { PruneLimits } from './execution-pruning.js';
import type { Store } from './store.js';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
});
afterEach(() => store.close());

const put = (given: Partial<NewExecution> = {}, end: Partial<ExecutionEnd> = {}) =>
  writeExecution(store.executionJournal, given, end);
/** Whatever became of them. */
const ended: PruneLimits['statuses'] = ['succeeded', 'failed', 'aborted'];
const ids = async (filter: ExecutionFilter) =>
  (await store.executions.list(filter, { limit: 100 })).map(({ id }) => id);

async function running(given: Partial<NewExecution> = {}) {
  const execution = anExecution(given);
  await store.executionJournal.begin(execution, aCall({ at: execution.at }), noCeilings);
  return execution.id;
}

describe('a list of executions', () => {
  it('is the newest first, page after page, none twice and none left out', async () => {
    const written: string[] = [];
    for (let minute = 0; minute < 10; minute++) {
      // Two of one moment each: the id decides.
      for (const id of [
        await put({ at: minutesLater(minute) }),
        await put({ at: minutesLater(minute) }),
      ].sort())
        written.unshift(id);
    }
    const listed: string[] = [];
    for (let page = await store.executions.list({}, { limit: 3 }); page.length > 0; ) {
      listed.push(...page.map(({ id }) => id));
      page = await store.executions.list({}, { limit: 3, after: page.at(-1) });
    }
    expect(listed).toEqual(written);
    expect(await store.executions.count({})).toEqual({ count: 20, exact: true });
  });

  it('is of those that pass the filter', async () => {
    const place = { session: newSessionId(), step: 'process', part: null, attempt: null } as const;
    const prompt = { version: newPromptVersionId(), reference: 'a@1' };
    const wanted = { project: newProjectId(), place, prompt, model: 'x:y', rerunOf: newExecutionId() };
    const id = await put({ ...wanted, kind: 'agent', at: minutesLater(5) }, { status: 'failed' });
    await put();
    await running();
    for (const filter of [
      { status: 'failed' },
      { kind: 'agent' },
      { model: 'x:y' },
      { project: wanted.project },
      { session: place.session },
      { promptVersion: prompt.version },
      { rerunOf: wanted.rerunOf },
      { since: minutesLater(5) },
      { since: minutesLater(4), until: minutesLater(6), cached: false },
    ] as const) {
      expect([filter, await ids(filter)]).toEqual([filter, [id]]);
      expect([filter, await store.executions.count(filter)]).toEqual([filter, { count: 1, exact: true }]);
    }
    expect(await ids({ until: minutesLater(5) })).toHaveLength(2);
    expect(await ids({ status: 'running' })).toHaveLength(1);
    expect(await ids({ cached: true })).toEqual([]);
  });

  it('is of all versions of a prompt', async () => {
    const prompt = await writePrompt(store.promptJournal, { texts: ['one', 'two'] });
    await writePrompt(store.promptJournal, { name: 'other' });
    const versions = await store.promptVersions.versions(prompt.id);
    const written: string[] = [];
    for (const { id: version } of versions) written.push(await put({ prompt: { version, reference: null } }));
    await put();
    expect(new Set(await ids({ prompt: prompt.id }))).toEqual(new Set(written));
    expect(written).toHaveLength(2);
  });

  it('is of a session, in the order in which they were begun', async () => {
    const place = { session: newSessionId(), step: 'process', part: null, attempt: null } as const;
    const late = await put({ place, at: minutesLater(9) });
    const early = await put({ place });
    await put();
    const found = await store.executions.ofSession(place.session);
    expect(found.map(({ id }) => id)).toEqual([early, late]);
    expect(found[0]?.place).toEqual(place);
  });
});

describe('an execution', () => {
  it('is found by the beginning of its id', async () => {
    const id = await put();
    await put();
    expect(await store.executions.withIdPrefix(id.slice(0, 10))).toMatchObject([{ id }]);
    expect(await store.executions.withIdPrefix('x')).toHaveLength(2);
    expect(await store.executions.withIdPrefix('y')).toEqual([]);
    expect(await store.executions.whole(newExecutionId())).toBeNull();
  });
});

describe('searching executions', () => {
  const find = (text: string, filter: ExecutionFilter = {}, limit = 20) =>
    store.executions.search({ text, filter, limit });
  const found = async (text: string, filter: ExecutionFilter = {}) =>
    (await find(text, filter)).map(({ execution }) => execution.id);

  it('finds them by their prompt, their model, their messages and their answer', async () => {
    const id = await put(
      {
        prompt: { version: null, reference: 'team/review@3' },
        model: 'openai:gpt-5-mini',
        messages: [
          { role: 'system', text: 'Dear colleague' },
          { role: 'user', text: 'Prüfe 要件' },
        ],
      },
      { response: 'Holes everywhere' },
    );
    await put({ model: 'x:y' }, { response: 'nothing of it' });
    for (const text of ['review', 'gpt', 'colleague', 'prufe', '要件', 'HOLES every', '"dear colleague"'])
      expect([text, await found(text)]).toEqual([text, [id]]);
    for (const text of ['holes -gpt', 'olleag', '->']) expect([text, await found(text)]).toEqual([text, []]);
  });

  it('shows where, the nearest first', async () => {
    const said = await put(
      {},
      { response: `${'filler '.repeat(60)} the needle is here ${'more '.repeat(60)}` },
    );
    const named = await put({ prompt: { version: null, reference: 'needle@1' } });
    const hits = await find('needle');
    expect(hits.map(({ execution, rank }) => [rank, execution.id])).toEqual([
      [1, named],
      [2, said],
    ]);
    const [match] = hits[1]?.matches ?? [];
    expect(match?.field).toBe('response');
    expect(match?.ranges.map(({ start, end }) => match.text.slice(start, end))).toEqual(['needle']);
    expect(hits[1]?.matches).toHaveLength(1);
  });

  it('passes the filter, and gives as many as are wanted', async () => {
    for (let number = 0; number < 6; number++) await put({ model: number < 3 ? 'a:b' : 'c:d' });
    expect(await found('brief', { model: 'a:b' })).toHaveLength(3);
    expect(await find('brief', {}, 4)).toHaveLength(4);
  });

  it('finds what was pasted, which only the session has', async () => {
    const session = aSession();
    await store.journal.create(creationOf(session));
    await store.journal.receive(anAnswer(session.id, 'the pasted needle'));
    const [hit] = await find('needle');
    expect(hit).toMatchObject({ execution: { kind: 'pasted', place: { session: session.id } } });
    expect(hit?.matches).toMatchObject([{ field: 'response', text: 'the pasted needle' }]);
  });

  it('finds no more than the first 20,000 characters, and more than it reads at a time', async () => {
    await put({}, { response: `early ${'x'.repeat(20_000)} late` });
    expect(await found('early')).toHaveLength(1);
    expect(await found('late')).toEqual([]);
    await Promise.all(Array.from({ length: 501 }, () => put({}, { response: 'many' })));
    expect(await store.executions.search({ text: 'many', filter: {}, limit: 1000 })).toHaveLength(501);
  });

  it('finds nothing of what runs still, and of what was removed', async () => {
    await running();
    await put({ at: minutesLater(-9) });
    expect(await found('brief')).toHaveLength(1);
    await store.executions.prune({ before: someTime, ofSessions: 'keep', statuses: ended });
    expect(await found('brief')).toEqual([]);
  });

  it('refuses what has nothing to look for', async () => {
    await expect(find(' ')).rejects.toMatchObject({ code: 'SEARCH_EMPTY' });
  });
});

describe('figures', () => {
  it('of a model: counts, success, tokens, cost and how long it took', async () => {
    for (let number = 1; number <= 20; number++)
      await put({ model: 'a:b' }, { latencyMs: number * 10, usage: tokens(10, 1), cost: 5 });
    await put({ model: 'a:b' }, { status: 'failed', latencyMs: 999, cost: null });
    await running({ model: 'a:b' });
    await put({ model: 'c:d' }, { latencyMs: 7 });
    expect(await store.executions.stats({}, 'model')).toEqual([
      {
        key: 'a:b',
        count: 22,
        running: 1,
        succeeded: 20,
        cached: 0,
        successRate: 20 / 21,
        inputTokens: 200,
        outputTokens: 20,
        cost: 100,
        ofUnknownCost: 1,
        latency: { p50: 110, p95: 200 },
      },
      expect.objectContaining({ key: 'c:d', count: 1, ofUnknownCost: 1, latency: { p50: 7, p95: 7 } }),
    ]);
  });

  it('say nothing about time where only the cache answered, and of success where nothing is over', async () => {
    await put({ cacheKey: 'k' }, { latencyMs: 50 });
    const answer = await store.executionJournal.cached('k', someTime);
    if (answer !== null)
      await store.executionJournal.answerFromCache(anExecution({ cacheKey: 'k', model: 'cached' }), answer);
    await running({ model: 'running' });
    const rows = await store.executions.stats({}, 'model');
    expect(rows.find(({ key }) => key === 'cached')).toMatchObject({ cached: 1, latency: null, cost: 0 });
    expect(rows.find(({ key }) => key === 'running')).toMatchObject({ successRate: null, running: 1 });
  });

  it('by prompt, day, project and status, and of all', async () => {
    const project = aProject({ name: 'shop' });
    await store.projects.insert(project);
    const reference = (text: string) => ({ prompt: { version: null, reference: text } });
    await put({ ...reference('team/review@3'), project: project.id });
    await put({ ...reference('team/review@4'), at: minutesLater(60 * 24) });
    await put({ ...reference('other'), at: minutesLater(60 * 24) }, { status: 'aborted' });
    const counts = async (by: Parameters<Store['executions']['stats']>[1], filter: ExecutionFilter = {}) =>
      (await store.executions.stats(filter, by)).map(({ key, count }) => [key, count]);
    expect(await counts('prompt')).toEqual([
      ['team/review', 2],
      ['other', 1],
    ]);
    expect(await counts('day')).toEqual([
      ['2026-03-02', 2],
      ['2026-03-01', 1],
    ]);
    expect(await counts('project')).toEqual([
      [null, 2],
      ['shop', 1],
    ]);
    expect(await counts('status')).toEqual([
      ['succeeded', 2],
      ['aborted', 1],
    ]);
    expect(await counts('all')).toEqual([[null, 3]]);
    expect(await counts('all', { status: 'aborted' })).toEqual([[null, 1]]);
    expect(await counts('all', { status: 'failed' })).toEqual([]);
  });
});

describe('pruning', () => {
  const old = { at: minutesLater(-60) };
  const place = { session: newSessionId(), step: 'process', part: null, attempt: null } as const;

  it('removes what is old, with all that belongs to it; keeps what runs and what sessions have', async () => {
    const files = [{ name: 'a', mediaType: 'x/y', bytes: Uint8Array.of(1) }];
    await put({ ...old, cacheKey: 'k', messages: [{ role: 'user', text: 'a', attachments: files }] });
    const kept = [await running(old), await put({ ...old, place }), await put()];
    const limits = { before: someTime, ofSessions: 'keep', statuses: ended } as const;
    expect(await store.executions.prunable(limits)).toBe(1);
    expect(await store.executions.prune(limits)).toEqual({ executions: 1, cacheEntries: 1 });
    expect(new Set(await ids({}))).toEqual(new Set(kept));
    for (const table of ['execution_attachments', 'cache_entries'] as const)
      expect(await store.database.selectFrom(table).selectAll().execute()).toEqual([]);
    expect(await store.database.selectFrom('execution_attempts').select('number').execute()).toHaveLength(3);
  });

  it('removes those of sessions when it is told, but for what was pasted', async () => {
    await put({ ...old, place });
    const session = aSession();
    await store.journal.create(creationOf(session));
    await store.journal.receive(anAnswer(session.id, 'pasted', old));
    const limits = { before: someTime, ofSessions: 'remove', statuses: ended } as const;
    expect(await store.executions.prunable(limits)).toBe(1);
    expect(await store.executions.prune(limits)).toEqual({ executions: 1, cacheEntries: 0 });
    expect(await store.executions.list({}, { limit: 9 })).toMatchObject([{ kind: 'pasted' }]);
  });

  it('removes only what has come to the named end', async () => {
    const failed = await put(old, { status: 'failed' });
    await put(old);
    const limits = { before: someTime, ofSessions: 'keep', statuses: ['failed', 'aborted'] } as const;
    await store.executions.prune(limits);
    expect(await ids({})).not.toContain(failed);
    expect(await ids({})).toHaveLength(1);
  });

  it('removes more than it removes at a time', async () => {
    await Promise.all(Array.from({ length: 1001 }, () => put(old)));
    const pruned = await store.executions.prune({ before: someTime, ofSessions: 'keep', statuses: ended });
    expect(pruned.executions).toBe(1001);
    expect(await ids({})).toEqual([]);
  });
});
