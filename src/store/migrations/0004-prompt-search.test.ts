import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aPrompt, aVersion, someContent, writePrompt } from '../../../test/fixtures/prompts.js';
import { someTime } from '../../../test/fixtures/sessions.js';
import { openStore } from '../open-store.js';
import { migrateTo } from '../schema-upgrade.js';
import { SCHEMA_VERSION } from '../schema-version.js';
import type { Store } from '../store.js';

const BEFORE = 3;

let store: Store;
beforeEach(async () => {
  store = await openStore(':memory:', { now: () => someTime });
});
afterEach(() => store.close());

const move = (target: number) => migrateTo(store.database, store.location, target, { now: () => someTime });
const names = async (text: string) =>
  (await store.promptSearch.search({ text, limit: 2000 })).map(({ prompt }) => prompt.name);

describe('the migration to prompt search', () => {
  it('finds the prompts that were there before as it found them when they were written', async () => {
    const searches = ['review', 'eview', 'security', 'holes', 'brief', 'gone', 'early'];
    await writePrompt(store.promptJournal, {
      name: 'team/review',
      tags: ['security', 'web'],
      description: 'Looks for holes',
      texts: ['Early words.', 'Be brief.'],
    });
    await writePrompt(store.promptJournal, { name: 'gone', deletedAt: someTime });
    const before = await Promise.all(searches.map(names));
    expect(before.map(({ length }) => length)).toEqual([1, 1, 1, 1, 1, 0, 0]);
    await move(BEFORE);
    await move(SCHEMA_VERSION);
    expect(await Promise.all(searches.map(names))).toEqual(before);
    expect(await store.database.selectFrom('prompt_search_entries').select('labels').execute()).toEqual([
      { labels: 'team/review\nsecurity, web' },
    ]);
  });

  it('finds more of them than it reads at a time', async () => {
    const prompts = Array.from({ length: 1203 }, (_, at) => aPrompt({ name: `prompt-${at}` }));
    const added = someContent('Be brief.');
    await store.promptJournal.createAll(
      prompts.map((prompt) => ({ prompt, added: aVersion(prompt.id, 1, added), audit: [] })),
    );
    await move(BEFORE);
    await move(SCHEMA_VERSION);
    expect(await names('brief')).toHaveLength(1203);
  });

  it('leaves nothing behind when it is taken back', async () => {
    await writePrompt(store.promptJournal, { name: 'team/review' });
    await move(BEFORE);
    const { rows } = await sql`
      select name from sqlite_master where name like 'prompt_words%' or name like 'prompt_parts%'
        or name like 'prompt_search%'
    `.execute(store.database);
    expect(rows).toEqual([]);
    expect(await store.prompts.namedAnywhere('team/review')).toHaveLength(1);
  });
});
