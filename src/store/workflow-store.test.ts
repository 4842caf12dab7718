import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import { aProject, minutesLater, someTime } from '../../test/fixtures/sessions.js';
import { writeWorkflow } from '../../test/fixtures/workflows.js';
import { sha256 } from '../base/checksum.js';
import { newWorkflowId } from '../base/ids.js';
import type { Project } from './project.js';
import type { Store } from './store.js';

let store: Store;
let shop: Project;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
  shop = aProject();
  await store.projects.insert(shop);
});
afterEach(() => store.close());

describe('a workflow', () => {
  it('gets a version more with each other text, and none with the same', async () => {
    const first = await writeWorkflow(store.workflows, { note: 'Begun' });
    const second = await writeWorkflow(store.workflows, {
      source: 'name: review # 2\n',
      description: 'Reviews',
      at: minutesLater(1),
    });
    expect([first, second]).toMatchObject([
      { version: 1, isNew: true },
      { id: first.id, version: 2, isNew: true },
    ]);
    expect(await writeWorkflow(store.workflows, { source: 'name: review # 2\n' })).toEqual({
      id: first.id,
      version: 2,
      isNew: false,
    });
    // Back to an earlier text is another version, too.
    expect(await writeWorkflow(store.workflows)).toMatchObject({ version: 3, isNew: true });
    expect(await store.workflows.withIds([first.id])).toMatchObject([
      { name: 'review', latest: 3, description: null, createdAt: someTime },
    ]);
  });

  it('keeps the text of each version byte for byte', async () => {
    const source = 'name: review\r\n# \u00fc \ud83d\ude00\n';
    const { id } = await writeWorkflow(store.workflows, { source });
    await writeWorkflow(store.workflows, { source: 'name: review # 2' });
    expect(await store.workflows.version(id, 1)).toEqual({
      workflow: id,
      number: 1,
      checksum: sha256(source),
      author: 'ada',
      note: null,
      createdAt: someTime,
      source,
    });
    expect(await store.workflows.version(id, 3)).toBeUndefined();
    expect(await store.workflows.version(newWorkflowId(), 1)).toBeUndefined();
  });

  it('is one with those who record at the same time', async () => {
    const texts = Array.from({ length: 12 }, (_, at) => `name: review # ${at}\n`);
    const recorded = await Promise.all(texts.map((source) => writeWorkflow(store.workflows, { source })));
    expect(new Set(recorded.map(({ id }) => id)).size).toBe(1);
    expect(recorded.map(({ version }) => version).toSorted((a, b) => a - b)).toEqual(
      texts.map((_, at) => at + 1),
    );
  });

  it('of a project hides the global one of its name there, and nowhere else', async () => {
    const global = await writeWorkflow(store.workflows);
    const own = await writeWorkflow(store.workflows, { project: shop.id });
    expect(own.id).not.toBe(global.id);
    const ids = async (scope: typeof shop.id | null) =>
      (await store.workflows.named('review', scope)).map(({ id }) => id);
    expect(await ids(shop.id)).toEqual([own.id, global.id]);
    expect(await ids(null)).toEqual([global.id]);
    expect(await store.workflows.named('other', shop.id)).toEqual([]);
  });

  it('is found by the beginning of its id', async () => {
    const { id } = await writeWorkflow(store.workflows);
    await writeWorkflow(store.workflows, { name: 'other' });
    expect((await store.workflows.withIdPrefix(id)).map((found) => found.id)).toEqual([id]);
    expect(await store.workflows.withIdPrefix('w')).toHaveLength(2);
  });
});

describe('a list of workflows', () => {
  it('comes in pages by name, without what is hidden', async () => {
    for (const name of ['b', 'a', 'c']) await writeWorkflow(store.workflows, { name });
    await writeWorkflow(store.workflows, { name: 'own', project: shop.id });
    const names = async (...given: Parameters<typeof store.workflows.list>) =>
      (await store.workflows.list(...given)).map(({ name }) => name);
    expect(await names({ scope: null }, { limit: 2 })).toEqual(['a', 'b']);
    const [, last] = await store.workflows.list({ scope: null }, { limit: 2 });
    expect(await names({ scope: null }, { limit: 2, after: ['b', last?.id ?? ''] })).toEqual(['c']);
    expect(await names({ scope: shop.id }, { limit: 9 })).toEqual(['a', 'b', 'c', 'own']);
    expect(await names({ hidden: { projects: [shop.id], global: false } }, { limit: 9 })).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(await names({ hidden: { projects: [], global: true } }, { limit: 9 })).toEqual(['own']);
    expect(await store.workflows.count({})).toEqual({ count: 4, exact: true });
  });

  it('gives the names that were changed last, for suggestions', async () => {
    await writeWorkflow(store.workflows, { name: 'old' });
    await writeWorkflow(store.workflows, { name: 'new', at: minutesLater(1) });
    expect(await store.workflows.recentNames(null, 1)).toEqual(['new']);
  });
});

describe('the versions of a workflow', () => {
  it('come newest first, a page of them, without their texts', async () => {
    for (const number of [1, 2, 3])
      await writeWorkflow(store.workflows, { source: `name: review # ${number}` });
    const { id } = await writeWorkflow(store.workflows, { source: 'name: review # 3' });
    const page = await store.workflows.versions(id, { limit: 2 });
    expect(page.map(({ number }) => number)).toEqual([3, 2]);
    expect(page[0]).not.toHaveProperty('source');
    expect(await store.workflows.versions(id, { limit: 2, after: [2] })).toMatchObject([{ number: 1 }]);
  });
});
