import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import { writePrompt } from '../../test/fixtures/prompts.js';
import { aProject, aSession, creationOf, minutesLater, someTime } from '../../test/fixtures/sessions.js';
import type { ProjectId } from '../base/ids.js';
import type { Project } from './project.js';
import type { Store } from './store.js';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
});
afterEach(() => store.close());

async function put(given: Partial<Project>): Promise<Project> {
  const project = aProject(given);
  await store.projects.insert(project);
  return project;
}

describe('a project', () => {
  it('comes back as it was written', async () => {
    const project = await put({
      root: '/home/ada/shop',
      description: 'Sells tea',
      archivedAt: minutesLater(1),
    });
    expect(await store.projects.named('shop')).toEqual(project);
    expect(await store.projects.withRoot('/home/ada/shop')).toEqual(project);
    expect(await store.projects.withIdPrefix(project.id)).toEqual([project]);
  });

  it('is changed as a whole', async () => {
    const project = await put({ root: '/home/ada/shop', description: 'Sells tea' });
    const other = await put({ name: 'bakery' });
    const changed = {
      ...project,
      name: 'tea-shop',
      root: null,
      description: null,
      updatedAt: minutesLater(3),
    };
    await store.projects.update(changed);
    expect(await store.projects.list()).toEqual([other, changed]);
  });

  it('shares neither its name nor its root', async () => {
    const { projects } = store;
    const shop = await put({ root: '/home/ada/shop' });
    expect(await projects.insert(aProject({ name: 'shop' }))).toBe('name');
    const other = aProject({ name: 'other', root: '/home/ada/shop' });
    expect(await projects.insert(other)).toBe('root');
    expect(await projects.insert({ ...other, root: null })).toBeNull();
    expect(await projects.insert(aProject({ name: 'third' }))).toBeNull();
    expect(await projects.update(other)).toBe('root');
    expect(await projects.update({ ...other, name: 'shop', root: null })).toBe('name');
    expect(await projects.named('shop')).toEqual(shop);
  });

  it('stays as long as it has a prompt that is not deleted', async () => {
    const project = await put({});
    const about = { project, kind: 'analysis', category: '__orchestration__', isTemplate: true };
    const prompt = await writePrompt(store.promptJournal, { ...about, isInForce: true });
    expect(await store.projects.delete(project.id)).toBe(false);
    expect(await store.projects.list()).toEqual([project]);
    expect(await store.prompts.withIds([prompt.id])).toMatchObject([{ isInForce: true }]);
    await store.promptJournal.commit({ prompt: { ...prompt, deletedAt: someTime }, audit: [] });
    expect(await store.projects.delete(project.id)).toBe(true);
    expect(await store.prompts.withIds([prompt.id])).toMatchObject([{ project: null, isInForce: false }]);
  });

  it('leaves its sessions behind when it is deleted', async () => {
    const project = await put({});
    const session = aSession({ project: { id: project.id, name: project.name, root: project.root } });
    await store.journal.create(creationOf(session));
    await store.projects.delete(project.id);
    expect(await store.projects.list()).toEqual([]);
    expect(await store.sessions.withIdPrefix(session.id)).toEqual([{ ...session, project: null }]);
  });
});

describe('projects', () => {
  it('are listed by name', async () => {
    for (const name of ['shop', 'bakery', 'garage']) await put({ name });
    expect((await store.projects.list()).map(({ name }) => name)).toEqual(['bakery', 'garage', 'shop']);
  });

  it('are found by the beginning of an id, two at most', async () => {
    for (const id of ['p11', 'p12', 'p13']) await put({ id: id as ProjectId, name: id });
    expect(await store.projects.withIdPrefix('p1')).toHaveLength(2);
    expect(await store.projects.withIdPrefix('p13')).toMatchObject([{ id: 'p13' }]);
    expect(await store.projects.withIdPrefix('p2')).toEqual([]);
  });

  it('around a folder are those with a root among the given ones, archived ones left out', async () => {
    await put({ name: 'home', root: '/home/ada' });
    await put({ name: 'shop', root: '/home/ada/shop' });
    await put({ name: 'old', root: '/home', archivedAt: someTime });
    await put({ name: 'elsewhere', root: '/srv' });
    const around = await store.projects.withRootAmong(['/home/ada/shop', '/home/ada', '/home', '/']);
    expect(around.map(({ name }) => name).toSorted()).toEqual(['home', 'shop']);
  });

  it('are not there under another name or root', async () => {
    await put({});
    expect(await store.projects.named('Shop')).toBeUndefined();
    expect(await store.projects.withRoot('/')).toBeUndefined();
  });
});
