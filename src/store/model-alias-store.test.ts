import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import { aProject, minutesLater, someTime } from '../../test/fixtures/sessions.js';
import type { ProjectId } from '../base/ids.js';
import type { Store } from './store.js';

let store: Store;
const project = aProject();
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
  await store.projects.insert(project);
});
afterEach(() => store.close());

const set = (name: string, target: string, of: ProjectId | null = null) =>
  store.modelAliases.set({ name, target, project: of, actor: 'ada', at: someTime });
const resolve = (name: string, of: ProjectId | null) => store.modelAliases.resolve(name, of);

describe('an alias', () => {
  it('of a project comes before the one for all', async () => {
    await set('default', 'openai:gpt-5');
    expect(await resolve('default', project.id)).toBe('openai:gpt-5');
    await set('default', 'claude', project.id);
    expect(await resolve('default', project.id)).toBe('claude');
    expect(await resolve('default', null)).toBe('openai:gpt-5');
    expect(await resolve('other', project.id)).toBeNull();
  });

  it('is replaced when it is set again, and gone when it is removed', async () => {
    await set('fast', 'a:b');
    await set('fast', 'c:d');
    expect(await store.modelAliases.list()).toEqual([
      { name: 'fast', target: 'c:d', project: null, actor: 'ada', at: someTime },
    ]);
    const by = { actor: 'bob', at: minutesLater(1) };
    expect(await store.modelAliases.remove('fast', project.id, by)).toBe(false);
    expect(await store.modelAliases.remove('fast', null, by)).toBe(true);
    expect(await resolve('fast', null)).toBeNull();
  });

  it('is listed by name, a project only sees its own and those for all', async () => {
    const other = aProject({ name: 'blog' });
    await store.projects.insert(other);
    await set('b', 'all:b');
    await set('a', 'all:a');
    await set('b', 'own:b', project.id);
    await set('c', 'other:c', other.id);
    const targets = async (of?: ProjectId | null) =>
      (await store.modelAliases.list(of)).map(({ target }) => target);
    expect(await targets(project.id)).toEqual(['all:a', 'own:b', 'all:b']);
    expect(await targets(null)).toEqual(['all:a', 'all:b']);
    expect(await targets()).toHaveLength(4);
  });

  it('goes with its project', async () => {
    await set('fast', 'a:b', project.id);
    await store.projects.delete(project.id);
    expect(await store.modelAliases.list()).toEqual([]);
  });

  it('is on record in the audit log', async () => {
    await set('fast', 'a:b');
    await set('fast', 'c:d');
    await store.modelAliases.remove('fast', null, { actor: 'bob', at: minutesLater(1) });
    const entries = await store.audit.list({ subjectKind: 'alias', subject: 'fast' }, { limit: 10 });
    expect(entries.map(({ entry }) => [entry?.action, entry?.actor, entry?.before, entry?.after])).toEqual([
      ['alias.removed', 'bob', { target: 'c:d', project: null }, null],
      ['alias.set', 'ada', { target: 'a:b', project: null }, { target: 'c:d', project: null }],
      ['alias.set', 'ada', null, { target: 'a:b', project: null }],
    ]);
  });
});
