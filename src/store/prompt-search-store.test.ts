import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyStore } from '../../test/fixtures/empty-store.js';
import {
  aPrompt,
  aVersion,
  type GivenPrompt,
  someContent,
  writePrompt,
} from '../../test/fixtures/prompts.js';
import { aProject, someTime } from '../../test/fixtures/sessions.js';
import type { Prompt } from '../prompts/prompt.js';
import type { PromptChange } from '../prompts/prompt-change.js';
import type { PromptQuery } from '../prompts/prompt-search.js';
import type { Store } from './store.js';

let store: Store;
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
});
afterEach(() => store.close());

const put = (name: string, given: GivenPrompt = {}, text = 'Be brief.') =>
  writePrompt(store.promptJournal, { name, ...given, text });

async function change(prompt: Prompt, given: Partial<Prompt>): Promise<Prompt> {
  const [changed] = await store.promptJournal.commit({
    prompt: { ...prompt, ...given },
    audit: [],
  });
  return changed ?? prompt;
}

function creationOf(name: string): PromptChange {
  const prompt = aPrompt({ name });
  return { prompt, added: aVersion(prompt.id, 1, someContent('Be brief.')), audit: [] };
}

/** How many rows the search has in each of its tables. */
function indexed(): Promise<number[]> {
  const tables = ['prompt_search_entries', 'prompt_words', 'prompt_parts'] as const;
  return Promise.all(
    tables.map(async (table) => {
      const { fn } = store.database;
      const query = store.database.selectFrom(table).select(fn.countAll<number>().as('count'));
      return Number((await query.executeTakeFirstOrThrow()).count);
    }),
  );
}

const find = (text: string, query: Partial<PromptQuery> = {}) =>
  store.promptSearch.search({ text, limit: 20, ...query });
const names = async (text: string, query: Partial<PromptQuery> = {}) =>
  (await find(text, query)).map(({ prompt }) => prompt.name);

describe('a prompt is found', () => {
  it.each([
    'team',
    'review',
    'api',
    'rev',
    'team/review-api',
    'view-a',
    'eam/rev',
    'am',
    'review team',
    'TEAM',
    'téam',
  ])('by a part of its name: %s', async (text) => {
    await put('team/review-api');
    await put('something/else');
    expect(await names(text)).toEqual(['team/review-api']);
  });

  it('by tags, description and the text of its newest version', async () => {
    const prompt = await put(
      'one',
      { tags: ['security', 'ünïcode'], description: 'Looks for holes' },
      'Dear colleague',
    );
    for (const text of ['security', 'unicode', 'holes', 'colleague', 'dear holes', 'curit', 'olleag']) {
      expect(await find(text)).toMatchObject([{ prompt }]);
    }
  });

  it.each([
    ['Chinese', '要件：パスワードを再設定', ['要件', '件', 'パスワード', '再設定', 'ワード']],
    ['Korean', '비밀번호 재설정', ['비밀', '번호', '재설정', '설정']],
    ['right to left', 'إعادة التعيين כניסה', ['إعادة', 'التعيين', 'اعادة', 'כניסה', 'تعيي']],
    ['accents in both forms', 'Cafe\u0301 Ünïcode', ['café', 'cafe', 'CAFE\u0301', 'unicode']],
    ['emoji', 'ship 🎉🎉🎉 it', ['🎉🎉🎉', 'ship']],
    ['half characters and NUL', 'left\0right \ud83d end', ['left', 'right', 'end', 'left right']],
    [
      'signs',
      'a --force -> {{ feature_request }} "quoted" 100% x*y',
      ['--force', 'feature_request', '"quoted"', '100%', 'x*y', '_request'],
    ],
    [
      'words of the query language',
      'this AND that NEAR here OR NOT there',
      ['AND', 'near', 'OR NOT', 'this and that'],
    ],
  ])('in %s', async (_, text, searches) => {
    await put('one', {}, text);
    await put('other', {}, 'Something without any of it.');
    for (const search of searches) expect([search, await names(search)]).toEqual([search, ['one']]);
  });

  it('by two letters in its name or a tag, or as a word', async () => {
    await put('abxyz', { tags: ['cq'] }, 'go on');
    expect(await names('xy')).toEqual(['abxyz']);
    expect(await names('q')).toEqual(['abxyz']);
    expect(await names('go bxy')).toEqual(['abxyz']);
    expect(await names('-> xy')).toEqual([]);
  });

  it('by any part of its name, and by any words of it', async () => {
    const segment = fc.stringMatching(/^[a-z0-9_-][a-z0-9._-]{0,8}$/);
    const name = fc.array(segment, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
    await fc.assert(
      fc.asyncProperty(name, fc.nat(), fc.nat(), async (text, one, other) => {
        const prompt = await put(text);
        const searches = [text, ...text.split(/[^a-z0-9]+/)].filter((part) => part !== '');
        if (text.length >= 3) {
          const start = one % (text.length - 2);
          searches.push(text.slice(start, start + 3 + (other % (text.length - start - 2))));
        }
        for (const search of searches) {
          if (/^-[^-]/.test(search)) continue;
          expect([search, await names(search)]).toEqual([search, [text]]);
        }
        await change(prompt, { deletedAt: someTime });
      }),
      { numRuns: 60 },
    );
  });
});

describe('a prompt is not found', () => {
  it('when it is deleted, until that is undone', async () => {
    const prompt = await put('team/review');
    const deleted = await change(prompt, { deletedAt: someTime });
    expect(await indexed()).toEqual([0, 0, 0]);
    for (const text of ['team', 'team/review', 'view', 'brief']) expect(await names(text)).toEqual([]);
    await change(deleted, { deletedAt: null });
    for (const text of ['team', 'team/review', 'view', 'brief'])
      expect(await names(text)).toEqual(['team/review']);
  });

  it('by the name, the tags or the text that it had before', async () => {
    const prompt = await put('before', { tags: ['early'] }, 'The first words');
    const renamed = await change(prompt, { name: 'since', tags: ['late'] });
    for (const text of ['before', 'efor', 'be', 'early', 'arly']) expect(await names(text)).toEqual([]);
    for (const text of ['since', 'inc', 'late', 'first']) expect(await names(text)).toEqual(['since']);
    const newer = { ...renamed, latest: 2 };
    await store.promptJournal.commit({
      prompt: newer,
      added: aVersion(newer.id, 2, someContent('The second words')),
      audit: [],
    });
    expect(await names('first')).toEqual([]);
    expect(await names('secon')).toEqual(['since']);
  });

  it('in another scope', async () => {
    const [shop, blog] = [aProject({ name: 'shop' }), aProject({ name: 'blog' })];
    await store.projects.insert(shop);
    await store.projects.insert(blog);
    await put('review', { project: { id: shop.id, name: 'shop' } });
    await put('review', { project: { id: blog.id, name: 'blog' } });
    await put('review');
    for (const text of ['review', 'rev', 'evie', 'ev', 'brief', 'rie']) {
      const owners = async (scope: PromptQuery['scope']) =>
        (await find(text, { scope })).map(({ prompt }) => prompt.project?.name ?? null);
      expect([text, await owners(shop.id)]).toEqual([text, ['shop', null]]);
      expect([text, await owners(null)]).toEqual([text, [null]]);
      expect([text, (await owners(undefined)).length]).toEqual([text, 3]);
    }
  });

  it('when a change fails', async () => {
    await put('taken');
    await expect(store.promptJournal.createAll([creationOf('fresh'), creationOf('taken')])).rejects.toThrow(
      'taken',
    );
    expect(await names('fresh')).toEqual([]);
  });

  it('when it is removed for good, and the indexes forget it', async () => {
    const { id } = await put('gone');
    await store.database.deleteFrom('prompts').where('id', '=', id).execute();
    expect(await indexed()).toEqual([0, 0, 0]);
    await put('next');
    expect(await names('gone')).toEqual([]);
  });

  it('when it lacks one of the words, or has an excluded one', async () => {
    await put('one', {}, 'alpha beta');
    await put('two', {}, 'alpha gamma');
    expect(await names('alpha beta')).toEqual(['one']);
    expect(await names('alpha -beta')).toEqual(['two']);
    expect(await names('lpha -beta')).toEqual(['two']);
    expect(await names('two -gamma')).toEqual([]);
    expect(await names('"alpha gamma"')).toEqual(['two']);
    expect(await names('"gamma alpha"')).toEqual([]);
    expect(await names('alph -bet')).toEqual(['one', 'two']);
  });
});

describe('what is found', () => {
  it('passes every filter', async () => {
    await put('one', {
      kind: 'analysis',
      tags: ['api'],
      category: 'a',
      featureType: 'bugfix',
      isTemplate: true,
    });
    await put('two', { kind: 'orchestrator', tags: ['web'], category: 'b' });
    for (const text of ['brief', 'rief', 'be']) {
      for (const filter of [
        { kind: 'analysis' },
        { tag: 'api' },
        { category: 'a' },
        { featureType: 'bugfix' },
        { isTemplate: true },
      ]) {
        expect([text, filter, await names(text, filter)]).toEqual([text, filter, ['one']]);
      }
      expect(await names(text, { kind: 'analysis', tag: 'web' })).toEqual([]);
    }
  });

  it('comes in order: the very name, names, tags, descriptions, texts, parts', async () => {
    await put('x/preapish', {}, 'nothing');
    await put('text', {}, 'some api here');
    await put('described', { description: 'an api' });
    await put('tagged', { tags: ['api'] });
    await put('team/api');
    await put('api');
    await put('part', {}, 'therapist');
    const hits = await find('api');
    expect(hits.map(({ prompt, rank, closeness }) => [rank, prompt.name, closeness])).toEqual([
      [1, 'api', 'exact-name'],
      [2, 'team/api', 'name'],
      [3, 'tagged', 'words'],
      [4, 'described', 'words'],
      [5, 'text', 'words'],
      [6, 'x/preapish', 'part'],
      [7, 'part', 'part'],
    ]);
  });

  it('is in the order of the names where it is equally near', async () => {
    for (const name of ['b', 'd', 'a', 'c']) await put(name);
    expect(await names('brief')).toEqual(['a', 'b', 'c', 'd']);
    expect(await names('rief')).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is as many as are wanted, none of them twice', async () => {
    for (let number = 10; number < 40; number++) await put(`api-${number}`, {}, 'api');
    for (const limit of [1, 5, 30, 100]) {
      const found = await names('api', { limit });
      expect(found).toHaveLength(Math.min(limit, 30));
      expect(new Set(found).size).toBe(found.length);
    }
  });

  it('shows where it was found', async () => {
    await put(
      'team/review',
      { tags: ['api', 'review'], description: 'Reviews an API' },
      `${'x '.repeat(200)}The review\nends`,
    );
    const [hit] = await find('revi');
    expect(
      hit?.matches.map(({ field, text, ranges }) => [
        field,
        ...ranges.map(({ start, end }) => text.slice(start, end)),
      ]),
    ).toEqual([
      ['name', 'revi'],
      ['tags', 'revi'],
      ['description', 'Revi'],
      ['content', 'revi'],
    ]);
    expect(hit?.matches.at(-1)).toMatchObject({
      text: expect.stringMatching(/The review ends$/),
      hasBefore: true,
      hasAfter: false,
    });
  });

  it('is whole where texts are longer than what is searched', async () => {
    await put('long', { description: 'd'.repeat(300_000) }, `early ${'filler '.repeat(40_000)} late`);
    expect(await names('early')).toEqual(['long']);
    expect(await names('late')).toEqual([]);
  });
});

describe('a search', () => {
  it('that has nothing to look for is refused', async () => {
    await expect(find(' ')).rejects.toMatchObject({ code: 'SEARCH_EMPTY' });
    await expect(find('x'.repeat(10_000))).rejects.toMatchObject({ code: 'SEARCH_TOO_LONG' });
  });

  it('is never syntax, whatever is typed', async () => {
    await put('one', { tags: ['"*"'] }, '"quotes" AND (brackets) ^ col: {x} *');
    const typed = fc.string({
      unit: fc.constantFrom(
        ...'"*()^:{}+-,\'\\ \0%_;',
        'a',
        ' AND ',
        ' NEAR(',
        'NOT ',
        'é',
        '要',
        '\ud83d',
        '🎉',
      ),
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        const outcome = await find(text).catch((error: unknown) => error);
        if (outcome instanceof Error)
          expect(outcome).toMatchObject({ code: expect.stringMatching(/^SEARCH_/) });
      }),
    );
  });
});
