import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import { writePrompt } from '../../test/fixtures/prompts.js';
import { someTime } from '../../test/fixtures/sessions.js';
import type { Prompt } from '../prompts/prompt.js';
import { PromptVersionStore } from './prompt-version-store.js';
import type { Store } from './store.js';
import { TemplateStore } from './template-store.js';
import { VersionMemory } from './version-memory.js';

let store: Store;
let prompt: Prompt;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
  prompt = await writePrompt(store.promptJournal, {
    name: 'team/plan',
    category: '__orchestration__',
    kind: 'analysis',
    isTemplate: true,
    isInForce: true,
    texts: ['The first.', 'The second.'],
    labels: { production: 1 },
  });
});
afterEach(() => store.close());

const production = { by: 'label', label: 'production' } as const;

/** Each way to a version, over one memory. */
function waysWith(memory: VersionMemory) {
  const templates = new TemplateStore(store.database, memory);
  const versions = new PromptVersionStore(store.database, memory);
  return {
    'a reference': async () =>
      (await templates.referred({ name: 'team/plan', version: production }, null))?.version?.content,
    'the layers': async () => (await templates.layers('analysis', null, null))[0]?.version.content,
    'the label of a prompt': async () => (await versions.version(prompt, production))?.content,
  };
}

const ways = ['a reference', 'the layers', 'the label of a prompt'] as const;
const text = (said: string) => ({ messages: [{ role: 'user', text: said }] });

/** What nobody ever does: it shows whether a content is read again. */
const spoil = () => store.database.updateTable('prompt_versions').set({ messages: 'spoiled' }).execute();

const moveLabel = (version: number) =>
  store.database.updateTable('prompt_labels').set({ version }).where('prompt_id', '=', prompt.id).execute();

describe.each(ways)('the content of a version, by %s', (way) => {
  it('is read once', async () => {
    const find = waysWith(new VersionMemory())[way];
    expect(await find()).toMatchObject(text('The first.'));
    await spoil();
    expect(await find()).toMatchObject(text('The first.'));
  });

  it('is that of the version that is meant now', async () => {
    const find = waysWith(new VersionMemory())[way];
    await find();
    await moveLabel(2);
    expect(await find()).toMatchObject(text('The second.'));
    await moveLabel(1);
    expect(await find()).toMatchObject(text('The first.'));
  });

  it('is read again when there was no room for it', async () => {
    const find = waysWith(new VersionMemory(0))[way];
    await find();
    await spoil();
    await expect(find()).rejects.toMatchObject({ code: 'STORE_DAMAGED' });
  });
});

describe('what is not there any more', () => {
  it('is not given', async () => {
    const { referred, layers } = {
      referred: waysWith(new VersionMemory())['a reference'],
      layers: waysWith(new VersionMemory())['the layers'],
    };
    await Promise.all([referred(), layers()]);
    await store.database.updateTable('prompts').set({ deleted_at: someTime.toISOString() }).execute();
    expect(await referred()).toBeUndefined();
    expect(await layers()).toBeUndefined();
  });
});

describe('a memory of versions', () => {
  it('lets go of what it learned longest ago', async () => {
    await writePrompt(store.promptJournal, { name: 'other', text: 'x'.repeat(3000) });
    const templates = new TemplateStore(store.database, new VersionMemory(4000));
    const find = (name: string) => templates.referred({ name, version: { by: 'latest' } }, null);
    await find('team/plan');
    await find('other');
    await spoil();
    expect((await find('other'))?.version?.content).toMatchObject(text('x'.repeat(3000)));
    await expect(find('team/plan')).rejects.toMatchObject({ code: 'STORE_DAMAGED' });
  });
});
