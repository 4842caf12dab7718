import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import { numbersIn } from '../../test/fixtures/session-counts.js';
import {
  anAnswer,
  aProject,
  aSession,
  creationOf,
  minutesLater,
  someTime,
} from '../../test/fixtures/sessions.js';
import { newProjectId, type SessionId } from '../base/ids.js';
import type { Session } from '../engine/session/session.js';
import { initialState, type SessionState } from '../engine/session/session-state.js';
import type { SessionFilter, SessionOrder } from './session-store.js';
import type { Store } from './store.js';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
});
afterEach(() => store.close());

async function put(given: Partial<Session> & { readonly title: string }): Promise<Session> {
  const session = aSession({ ...given, featureRequest: given.title });
  await store.journal.create(creationOf(session));
  return session;
}

const cancelled: SessionState = { ...initialState, lifecycle: 'cancelled' };
const deleted: SessionState = { ...initialState, lifecycle: 'deleted' };

/** Three sessions, each first by another order, and a deleted one that would be first by all. */
async function fill() {
  const shop = aProject();
  await store.projects.insert(shop);
  const project = { id: shop.id, name: shop.name, root: shop.root };
  await put({ title: 'b', createdAt: minutesLater(3), updatedAt: minutesLater(3), featureType: 'bugfix' });
  await put({
    title: 'a',
    createdAt: minutesLater(1),
    updatedAt: minutesLater(4),
    project,
    state: cancelled,
  });
  await put({ title: 'c', createdAt: minutesLater(2), updatedAt: minutesLater(5), project });
  await put({
    title: '!',
    createdAt: minutesLater(9),
    updatedAt: minutesLater(9),
    deletedAt: someTime,
    state: deleted,
    project,
    featureType: 'bugfix',
  });
  return shop;
}

async function titles(filter: SessionFilter, order: SessionOrder = 'created', limit = 10): Promise<string> {
  return (await store.sessions.list(filter, order, { limit })).map(({ title }) => title).join('');
}

describe('a list', () => {
  it('has the newest first, or the titles by alphabet, and no deleted ones', async () => {
    await fill();
    expect(await titles({}, 'created')).toBe('bca');
    expect(await titles({}, 'updated')).toBe('cab');
    expect(await titles({}, 'title')).toBe('abc');
  });

  it('is as long as it may be', async () => {
    await fill();
    expect(await titles({}, 'created', 2)).toBe('bc');
  });

  it('passes each filter, and all of them together', async () => {
    const { id: project } = await fill();
    expect(await titles({ project })).toBe('ca');
    expect(await titles({ status: 'cancelled' })).toBe('a');
    expect(await titles({ featureType: 'bugfix' })).toBe('b');
    expect(await titles({ since: minutesLater(2) })).toBe('bc');
    expect(await titles({ project, status: 'planning', since: minutesLater(2) })).toBe('c');
    expect(await titles({ project, featureType: 'bugfix' })).toBe('');
  });

  it('has the same order every time, where the times are the same', async () => {
    await Promise.all(['a', 'b', 'c', 'd'].map((title) => put({ title })));
    const ids = (await store.sessions.list({}, 'created', { limit: 10 })).map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted().toReversed());
  });

  it('says of each what a list shows', async () => {
    const shop = await fill();
    const [newest] = await store.sessions.list({}, 'updated', { limit: 1 });
    expect(newest).toEqual({
      id: newest?.id,
      title: 'c',
      status: 'planning',
      step: 'plan',
      project: { id: shop.id, name: 'shop' },
      featureType: null,
      complexity: null,
      timeEstimate: null,
      createdBy: 'ada',
      createdAt: minutesLater(2),
      updatedAt: minutesLater(5),
      movedBy: 'ada',
    });
  });
});

describe('counts', () => {
  it('are by status, under the same filters', async () => {
    const { id: project } = await fill();
    expect(numbersIn(await store.sessions.counts({}))).toEqual({ planning: 2, cancelled: 1 });
    expect(numbersIn(await store.sessions.counts({ project, status: 'cancelled' }))).toEqual({
      cancelled: 1,
    });
    expect(numbersIn(await store.sessions.counts({ featureType: 'unknown' }))).toEqual({});
  });

  it('by project leave out deleted sessions and those without a project', async () => {
    const { id } = await fill();
    const other = newProjectId();
    const counts = await store.sessions.countsOfProjects([id, other]);
    expect(counts).toEqual(new Map([[id, { count: 2, exact: true }]]));
    expect(await store.sessions.countOfProject(id)).toBe(2);
    expect(await store.sessions.countOfProject(other)).toBe(0);
  });
});

describe('looking up', () => {
  const idOf = (text: string) => text as SessionId;

  it('finds by the whole id and by its beginning, two at most', async () => {
    for (const id of ['s11', 's12', 's13', 's2']) await put({ title: id, id: idOf(id) });
    const found = async (prefix: string) => (await store.sessions.withIdPrefix(prefix)).map(({ id }) => id);
    expect(await found('s12')).toEqual(['s12']);
    expect(await found('s2')).toEqual(['s2']);
    expect(await found('s1')).toEqual(['s11', 's12']);
    expect(await found('s3')).toEqual([]);
    expect(await found('%')).toEqual([]);
    expect(await found('s_')).toEqual([]);
  });

  it('finds deleted sessions by id, not by title', async () => {
    const { id } = await put({ title: 'gone', deletedAt: someTime, state: deleted });
    expect(await store.sessions.withIdPrefix(id)).toMatchObject([{ id, deletedAt: someTime }]);
    expect(await store.sessions.titled('gone')).toEqual([]);
  });

  it('finds by the very title', async () => {
    await fill();
    expect(await store.sessions.titled('b')).toMatchObject([{ title: 'b', featureRequest: 'b' }]);
    expect(await store.sessions.titled('B')).toEqual([]);
  });

  it('knows the names of those that moved last', async () => {
    await fill();
    const moved = (await store.sessions.list({}, 'updated', { limit: 2 })).map(({ id, title }) => ({
      id,
      title,
    }));
    expect(await store.sessions.recentNames(2)).toEqual(moved);
  });
});

describe('purging', () => {
  it('removes what was deleted before a time, with all that belongs to it', async () => {
    const old = await put({ title: 'old', deletedAt: minutesLater(1), state: deleted });
    const fresh = await put({ title: 'fresh', deletedAt: minutesLater(2), state: deleted });
    const alive = await put({ title: 'alive' });
    await store.journal.receive(anAnswer(old.id, 'x'));
    expect(await store.sessions.purgeDeletedBefore(minutesLater(2))).toBe(1);
    expect(await store.sessions.withIdPrefix(old.id)).toEqual([]);
    expect(await store.journal.attempts(old.id)).toEqual([]);
    expect(await store.journal.history(old.id)).toEqual([]);
    expect(await store.sessions.withIdPrefix(fresh.id)).toHaveLength(1);
    expect(await store.journal.history(alive.id)).toHaveLength(1);
    expect(await store.sessions.purgeDeletedBefore(minutesLater(2))).toBe(0);
  });
});
