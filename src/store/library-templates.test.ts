import { CompiledQuery, Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type GivenPrompt, writePrompt } from '../../test/fixtures/prompts.js';
import { aProject, someTime } from '../../test/fixtures/sessions.js';
import type { NamedTemplates, PromptKind } from '../engine/session/prompt-template.js';
import { openSqlite } from './dialects/sqlite-connection.js';
import { SqliteFileDialect } from './dialects/sqlite-dialect.js';
import { libraryTemplates, withoutStoredTemplates } from './library-templates.js';
import { ProjectStore } from './project-store.js';
import { PromptJournalStore } from './prompt-journal-store.js';
import type { Database } from './schema.js';
import { migrateTo } from './schema-upgrade.js';
import { SCHEMA_VERSION } from './schema-version.js';
import { TemplateStore } from './template-store.js';

const shop = aProject({ name: 'shop' });
let database: Kysely<Database>;
let journal: PromptJournalStore;
let asked: CompiledQuery[];

beforeEach(async () => {
  const dialect = new SqliteFileDialect(await openSqlite(':memory:'));
  database = new Kysely<Database>({ dialect, log: ({ query }) => void asked.push(query) });
  asked = [];
  await migrateTo(database, ':memory:', SCHEMA_VERSION, { now: () => someTime });
  await new ProjectStore(database).insert(shop);
  journal = new PromptJournalStore(database);
});
afterEach(() => database.destroy());

const templates = () => libraryTemplates(new TemplateStore(database));
const scope = { project: shop, featureType: 'api', named: {} };

function resolve(kind: PromptKind, named: NamedTemplates = {}) {
  return templates().resolve(kind, { ...scope, named });
}

/** A template in force. */
async function store(name: string, about: GivenPrompt): Promise<void> {
  await writePrompt(journal, {
    name,
    category: '__orchestration__',
    isTemplate: true,
    isInForce: true,
    kind: 'analysis',
    text: `Text of ${name}.`,
    ...about,
  });
}

describe('the template of a session', () => {
  const layers = [
    ['project-type', 'a', { project: shop, featureType: 'api' }],
    ['project', 'b', { project: shop }],
    ['type', 'c', { featureType: 'api' }],
    ['global', 'd', {}],
  ] as const;

  it('is that of the nearest layer that has one', async () => {
    expect(await resolve('analysis')).toMatchObject({ layer: 'built-in', reference: 'builtin/analysis' });
    for (const [layer, name, about] of layers.toReversed()) {
      await store(name, about);
      expect(await resolve('analysis')).toMatchObject({ layer, reference: `${name}@1`, note: null });
    }
  });

  it('is none of another project, type or kind, and no alternative', async () => {
    const other = aProject({ name: 'other' });
    await new ProjectStore(database).insert(other);
    await store('other', { project: other });
    await store('bugfix', { project: shop, featureType: 'bugfix' });
    await store('kind', { kind: 'implementation' });
    await store('alternative', { project: shop, isInForce: false });
    expect((await resolve('analysis')).reference).toBe('builtin/analysis');
  });

  it('is its version labelled production, else the newest', async () => {
    await store('a', { texts: ['one', 'two', 'three'] });
    expect((await resolve('analysis')).reference).toBe('a@3');
    await store('b', { project: shop, texts: ['one', 'two'], labels: { production: 1 } });
    expect((await resolve('analysis')).reference).toBe('b@1');
  });

  it('is the one that was named, by number or label too', async () => {
    await store('a', {});
    await store('b', { isInForce: false, texts: ['one', 'two'], labels: { staging: 1 } });
    const reference = async (named: string) => (await resolve('analysis', { analysis: named })).reference;
    expect(await reference('b')).toBe('b@2');
    expect(await reference('b@1')).toBe('b@1');
    expect(await reference('b@staging')).toBe('b@1');
    expect(await reference('builtin/analysis')).toBe('builtin/analysis');
    await expect(reference('c')).rejects.toMatchObject({
      code: 'TEMPLATE_NOT_IN_LIBRARY',
      kind: 'not-found',
    });
    await expect(reference('b@7')).rejects.toThrow('has no version "7"');
    await expect(reference('builtin/other')).rejects.toMatchObject({ code: 'TEMPLATE_NOT_IN_LIBRARY' });
    await expect(reference('../b')).rejects.toMatchObject({ code: 'PROMPT_NAME' });
  });

  it('is the built-in one when stored ones are switched off, and says so', async () => {
    await store('a', {});
    const template = await withoutStoredTemplates().resolve('analysis', {
      ...scope,
      named: { analysis: 'a' },
    });
    expect(template).toMatchObject({
      layer: 'built-in',
      note: 'stored templates are switched off (templates.stored); a was not used',
    });
  });
});

describe('what a template brings in', () => {
  const fetch = (name: string) => templates().fetchFor({ project: shop })(name);

  it("is a prompt by its name, a project's before a global one, by version or label", async () => {
    await store('shared/role', { isInForce: false, texts: ['one', 'two'], labels: { production: 1 } });
    expect((await fetch('shared/role'))?.text).toBe('two');
    expect((await fetch('shared/role@1'))?.text).toBe('one');
    expect((await fetch('shared/role@production'))?.text).toBe('one');
    await store('shared/role', { isInForce: false, project: shop, text: 'ours' });
    expect((await fetch('shared/role'))?.text).toBe('ours');
    expect(await fetch('shared/role@production')).toBeUndefined();
    expect(await fetch('shared/other')).toBeUndefined();
    expect((await fetch('builtin/analysis'))?.text).toContain('# Analyse the codebase');
  });

  it('has one message', async () => {
    await store('pair', { isInForce: false, messages: ['You are kind.', 'Hello'] });
    await expect(fetch('pair')).rejects.toMatchObject({ code: 'INCLUDE_REFUSED' });
  });
});

describe('finding a template', () => {
  const readsAll = /^SCAN (?!.*USING (?:COVERING )?INDEX)/;

  it.each([
    ['in its layers', {}],
    ['by its name', { analysis: 'a@production' }],
  ])('%s asks once, however large the library is, and reads no whole table', async (_, named) => {
    await store('a', { labels: { production: 1 } });
    asked = [];
    await resolve('analysis', named);
    expect(asked).toHaveLength(1);
    const [query] = asked;
    const plan = CompiledQuery.raw(`explain query plan ${query?.sql}`, [...(query?.parameters ?? [])]);
    const { rows } = await database.executeQuery<{ detail: string }>(plan);
    expect(rows.filter(({ detail }) => readsAll.test(detail))).toEqual([]);
  });
});
