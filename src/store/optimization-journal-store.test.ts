import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import {
  aCall,
  anEnd,
  anEndedCall,
  anExecution,
  noCeilings,
  writeExecution,
} from '../../test/fixtures/executions.js';
import {
  aCandidate,
  anOptimization,
  anOutcome,
  anOwner,
  someDataRows,
} from '../../test/fixtures/optimizations.js';
import { aProject, minutesLater, someTime } from '../../test/fixtures/sessions.js';
import { newOptimizationId, newPromptVersionId, type OptimizationId } from '../base/ids.js';
import type { ExecutionProblem } from '../engine/execution/execution.js';
import { OptimizationBusyError } from '../engine/optimize/optimization-busy-error.js';
import type { Store } from './store.js';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
});
afterEach(() => store.close());

const another = { host: 'here', pid: 2, started: 'tuesday' };

/** One that a process is at. */
async function held() {
  const optimization = anOptimization();
  await store.optimizationJournal.create(optimization, someDataRows(3));
  expect(await store.optimizationJournal.take(optimization.id, anOwner, null, someTime)).toBe(true);
  const place = (key: string) => ({ optimization: optimization.id, key, row: 1, owner: anOwner });
  return { id: optimization.id, place };
}

const tallyOf = async (id: OptimizationId) => (await store.optimizations.tallies([id])).get(id);

describe('an optimisation', () => {
  it('is read as it was written, with its rows in their order', async () => {
    const shop = aProject();
    await store.projects.insert(shop);
    const optimization = anOptimization({
      project: shop.id,
      prompt: { version: newPromptVersionId(), reference: 'team/greet@12' },
      start: 'Hallo {{ name }} 漢字 \u0000',
      outcome: anOutcome(),
      problem: { code: 'X', message: 'It was so.' },
      applied: newPromptVersionId(),
      finishedAt: minutesLater(1),
    });
    const rows = [{ row: 2, input: { a: ['漢', null, 1] }, expected: null }, ...someDataRows(1)];
    await store.optimizationJournal.create(optimization, rows);
    expect(await store.optimizationJournal.optimization(optimization.id)).toEqual(optimization);
    expect(await store.optimizationJournal.rows(optimization.id)).toEqual(rows.toReversed());
    expect(await store.optimizations.withIdPrefix(optimization.id.slice(0, 8))).toEqual([optimization]);
    expect(await store.optimizationJournal.optimization(newOptimizationId())).toBeNull();
  });

  it('is had by one process at a time, until that leaves it or is gone', async () => {
    const { id } = await held();
    const { optimizationJournal } = store;
    expect(await optimizationJournal.take(id, another, null, someTime)).toBe(false);
    expect(await optimizationJournal.take(id, another, anOwner, someTime)).toBe(true);
    await optimizationJournal.leave(id, anOwner, null, minutesLater(1));
    expect(await optimizationJournal.optimization(id)).toMatchObject({ status: 'running', owner: another });
    await expect(optimizationJournal.complete(id, anOwner, anOutcome(), someTime)).rejects.toThrow(
      OptimizationBusyError,
    );
    await optimizationJournal.leave(id, another, { code: 'X', message: 'why' }, minutesLater(2));
    expect(await optimizationJournal.optimization(id)).toMatchObject({
      status: 'paused',
      owner: null,
      problem: { code: 'X', message: 'why' },
    });
  });

  it('is not taken any more when it is completed', async () => {
    const { id } = await held();
    await store.optimizationJournal.complete(id, anOwner, anOutcome({ chosen: 'r1' }), minutesLater(3));
    expect(await store.optimizationJournal.take(id, another, null, someTime)).toBe(false);
    expect(await store.optimizationJournal.optimization(id)).toMatchObject({
      status: 'completed',
      owner: null,
      outcome: { chosen: 'r1' },
      finishedAt: minutesLater(3),
    });
  });
});

describe('a candidate', () => {
  it('keeps its place when more is known of it', async () => {
    const { id } = await held();
    const start = aCandidate({ name: 'start', arm: null, origin: 'start', parents: [] });
    const refused = aCandidate({
      name: 'r2',
      template: null,
      fate: { is: 'refused', rule: 'no-template', because: 'It has none.' },
    });
    const { optimizationJournal } = store;
    for (const candidate of [start, refused, aCandidate()])
      await optimizationJournal.putCandidate(id, candidate);
    const better = aCandidate({
      name: 'r2',
      fate: { is: 'no-better', score: 0.25, parentScore: 0.5, rows: 4 },
    });
    await optimizationJournal.putCandidate(id, better);
    expect(await optimizationJournal.candidates(id)).toEqual([start, better, aCandidate()]);
  });
});

describe('a call', () => {
  const failed = (code: ExecutionProblem['code']) =>
    ({ status: 'failed', response: null, problem: { code, message: 'It failed.' } }) as const;

  it('is on record as soon as its execution has ended, and not before', async () => {
    const { id, place } = await held();
    const execution = anExecution({ place: place('a') });
    await store.executionJournal.begin(execution, aCall(), noCeilings);
    expect(await store.optimizationJournal.recorded(id, 'a')).toBeNull();
    await store.executionJournal.finish(execution, anEndedCall({ cost: 5 }), anEnd({ cost: 5 }));
    expect(await store.optimizationJournal.recorded(id, 'a')).toEqual({
      execution: execution.id,
      text: 'Yes.',
      cost: 5,
    });
    expect(await store.optimizationJournal.recorded(id, 'b')).toBeNull();
    expect(await tallyOf(id)).toEqual({ executions: 1, cost: 5 });
  });

  it('has an answer without a text when its own failure is for good', async () => {
    const { id, place } = await held();
    await writeExecution(store.executionJournal, { place: place('a') }, failed('refused'));
    expect(await store.optimizationJournal.recorded(id, 'a')).toMatchObject({ text: null });
  });

  it('is made again when what went wrong was not its own affair, and then that counts', async () => {
    const { id, place } = await held();
    for (const code of ['connection', 'auth', 'ceiling', 'aborted', 'unexpected'] as const) {
      await writeExecution(store.executionJournal, { place: place('a') }, failed(code));
      expect(await store.optimizationJournal.recorded(id, 'a'), code).toBeNull();
    }
    const again = await writeExecution(store.executionJournal, { place: place('a') });
    expect(await store.optimizationJournal.recorded(id, 'a')).toMatchObject({ execution: again });
    expect(await tallyOf(id)).toEqual({ executions: 6, cost: null });
  });

  it('names its optimisation and its row where executions are looked at', async () => {
    const { id, place } = await held();
    const execution = await writeExecution(store.executionJournal, { place: place('a') });
    expect((await store.executions.whole(execution))?.place).toEqual({ optimization: id, key: 'a', row: 1 });
  });

  it('is refused before it is made when another process has taken the optimisation, and others are not', async () => {
    const { id, place } = await held();
    await store.optimizationJournal.take(id, another, anOwner, minutesLater(1));
    const begin = (key: string, owner: typeof another) =>
      store.executionJournal.begin(anExecution({ place: { ...place(key), owner } }), aCall(), noCeilings);
    const [late, theirs] = await Promise.allSettled([begin('a', anOwner), begin('b', another)]);
    expect(late).toMatchObject({ status: 'rejected', reason: { code: 'OPTIMIZATION_BUSY' } });
    expect(theirs.status).toBe('fulfilled');
    expect(await tallyOf(id)).toMatchObject({ executions: 1 });
  });
});

describe('a list of optimisations', () => {
  it('has the newest first, page by page, by where they stand', async () => {
    const all = [1, 2, 3].map((at) => anOptimization({ createdAt: minutesLater(at) }));
    for (const one of all) await store.optimizationJournal.create(one, []);
    const [first, second, third] = all.toReversed();
    const { optimizations } = store;
    expect(await optimizations.list({}, { limit: 2 })).toEqual([first, second]);
    expect(await optimizations.list({}, { limit: 2, after: second })).toEqual([third]);
    expect(await optimizations.list({ status: 'running' }, { limit: 9 })).toEqual([]);
    expect(await optimizations.list({ hidden: { projects: [], global: true } }, { limit: 9 })).toEqual([]);
    expect(await optimizations.count({})).toEqual({ count: 3, exact: true });
  });
});
