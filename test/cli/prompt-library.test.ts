import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { example, type RunOptions, Workbench } from './harness.js';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.dispose());

const run = (words: readonly string[], options: RunOptions = {}) => bench.run(['prompt', ...words], options);
const raw = async (reference: string) => (await run(['show', reference, '--raw'])).out;
const create = (name: string, text: string, ...more: string[]) =>
  run(['create', name, '--text', text, ...more]);
const project = (name: string) => bench.run(['project', 'create', name, '--no-root']);

describe('a prompt that others bring in', () => {
  beforeEach(async () => {
    await create('role', 'You review.');
    await create('review', 'Now: {% include "role" %}');
  });

  it('says so when it is shown', async () => {
    expect((await run(['show', 'role'])).out).toMatch(/Used by +review@1/);
    expect((await run(['show', 'review'])).out).toMatch(/Brings in +role/);
  });

  it.each([
    ['rename', ['rename', 'role', 'persona'], 'Rename "role" to "persona"?'],
    ['delete', ['delete', 'role'], 'Delete "role" with its version?'],
  ])('is asked for before a %s, with what would miss it', async (_, words, question) => {
    const unasked = await run(words);
    expect(unasked.code).toBe(2);
    expect(unasked.err).toContain(question);
    expect(unasked.err).toContain('A prompt brings it in by this name, and will not find it: review@1.');
    expect((await run(words, { terminal: true, keys: ['n\r'] })).code).toBe(1);
    expect(await raw('role')).toBe('You review.\n');
    expect((await run(words, { terminal: true, keys: ['y\r'] })).code).toBe(0);
    expect((await run(['show', 'role'])).code).toBe(3);
  });

  it('is told apart from one of the same name in a project', async () => {
    await project('shop');
    await create('role', 'You sell.', '--project', 'shop');
    const uses = await run(['show', 'role', '--json', '--project', 'shop']);
    expect(uses.json<{ uses: readonly unknown[] }>().uses).toHaveLength(1);
    await create('sale', '{% include "role" %}', '--project', 'shop');
    const { uses: global } = (await run(['show', 'role', '--json'])).json<{
      uses: readonly { prompt: { name: string } }[];
    }>();
    expect(global.map(({ prompt }) => prompt.name)).toEqual(['review']);
  });

  it('warns when it gets several messages, which nothing can bring in', async () => {
    const { err } = await run(['update', 'role', '--system', 'Be brief.']);
    expect(err).toContain('cannot be brought in any more by review');
  });
});

describe('a name', () => {
  beforeEach(() => create('review', 'One'));

  it('is changed without a question when nothing uses it; versions and labels stay', async () => {
    await run(['update', 'review', '--text', 'Two']);
    await run(['label', 'review', 'staging', '1']);
    expect((await run(['rename', 'review', 'check/code'])).out).toContain('is what "review" is called now');
    expect(await raw('check/code@staging')).toBe('One\n');
    expect((await run(['rename', 'check/code', 'check/code'])).out).toContain('is unchanged');
  });

  it.each([
    [['rename', 'review', 'taken'], 1, 'among the global ones already'],
    [['copy', 'review', 'team/-x'], 2, 'begins with a point or dash'],
    [['rename', 'review', '/etc'], 2, 'cannot be the name'],
    [['delete', 'review@1', '--yes'], 2, 'versions are never changed or taken away'],
    [['rename', 'review@1', 'x'], 2, 'Name the prompt alone'],
    [['update', 'review@1', '--text', 'x'], 2, 'Name the prompt alone'],
    [['rename', 'nowhere', 'x'], 3, 'no prompt "nowhere"'],
    [['copy', 'review', 'taken'], 1, 'already'],
    [['copy', 'review@9', 'x'], 3, 'they go from 1 to 1'],
    [['copy', 'review', 'x', '--to-project', 'nowhere'], 3, 'nowhere'],
    [['copy', 'review', 'x', '--to-project', 'a', '--global'], 2, 'two places'],
    [['move', 'review'], 2, 'Where it shall go'],
    [['move', 'review', '--to-project', 'nowhere'], 3, 'nowhere'],
    [['undo', 'review'], 3, 'was deleted'],
    [['undo', 'Über'], 2, 'cannot be the name'],
    [['delete', 'nowhere', '--yes'], 3, 'no prompt'],
  ])('%j is refused', async (words, code, message) => {
    await create('taken', 'x');
    expect(await run(words)).toMatchObject({ code, err: expect.stringContaining(message) });
    expect(await raw('review')).toBe('One\n');
  });
});

describe('a copy', () => {
  it('has a history of its own, and takes the place of a global one in a project', async () => {
    await create('review', 'One', '--tag', 'daily');
    await run(['update', 'review', '--text', 'Two']);
    await project('shop');
    await run(['copy', 'review@1', 'review', '--to-project', 'shop']);
    const copy = await run(['show', 'review', '--project', 'shop', '--json']);
    expect(copy.json()).toMatchObject({
      prompt: { latest: 1, tags: ['daily'], labels: [], project: { name: 'shop' } },
      version: { note: 'copy of review@1' },
      messages: [{ text: 'One' }],
    });
    expect(await raw('review')).toBe('Two\n');
  });
});

describe('a move', () => {
  it('takes a prompt to a project and back to all', async () => {
    await project('shop');
    await create('review', 'One');
    const moved = await run(['move', 'review', '--to-project', 'shop']);
    expect(moved.out).toContain(
      'is in project shop now.\nNext: prompt-runner prompt show review --project shop',
    );
    expect((await run(['show', 'review'])).err).toContain('project shop has one');
    await run(['move', 'review', '--global', '--project', 'shop']);
    expect(await raw('review')).toBe('One\n');
  });

  it('is refused where the prompt would not find what it brings in', async () => {
    await project('shop');
    await create('role', 'You sell.', '--project', 'shop');
    await create('sale', '{% include "role" %}', '--project', 'shop');
    const refused = await run(['move', 'sale', '--global', '--project', 'shop']);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('cannot be rendered') });
  });
});

describe('a deleted prompt', () => {
  beforeEach(async () => {
    await create('review', 'One');
    await run(['update', 'review', '--text', 'Two']);
    await run(['label', 'review', 'staging', '1']);
    await run(['delete', 'review', '--yes', '--note', 'Not needed']);
  });

  it('is nowhere to be found, and comes back as it was', async () => {
    expect((await run(['list', '--json'])).json()).toMatchObject({ total: 0 });
    expect((await run(['search', 'Two', '--json'])).json()).toMatchObject({ hits: [] });
    expect((await run(['show', 'review'])).err).toContain('prompt-runner prompt undo review');
    expect((await run(['undo', 'review'])).out).toContain('is back among the global ones, version 2');
    expect(await raw('review@staging')).toBe('One\n');
    expect((await run(['search', 'Two', '--json'])).json()).toMatchObject({ hits: [{ closeness: 'words' }] });
  });

  it('stays where it is while its name is taken', async () => {
    await create('review', 'Another');
    const refused = await run(['undo', 'review']);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('already') });
    expect(await raw('review')).toBe('Another\n');
    await run(['rename', 'review', 'other']);
    await run(['undo', 'review']);
    expect(await raw('review')).toBe('Two\n');
  });
});

describe('a deleted project', () => {
  it('takes its prompts along, which come back as global ones', async () => {
    await project('shop');
    await create('review', 'Of the shop', '--project', 'shop');
    const shown = await bench.run(['project', 'show', 'shop']);
    expect(shown.out).toMatch(/Prompt +Version.*\nreview +1/);
    const unasked = await bench.run(['project', 'delete', 'shop']);
    expect(unasked.err).toContain('Its prompt is deleted with it');
    await bench.run(['project', 'delete', 'shop', '--yes']);
    expect((await run(['show', 'review'])).code).toBe(3);
    expect((await run(['undo', 'review'])).out).toContain('is back among the global ones');
    expect(await raw('review')).toBe('Of the shop\n');
  });
});

describe('tags', () => {
  it('are given, taken away, listed and counted', async () => {
    await create('a', 'x', '--tag', 'daily', '--tag', 'draft');
    await create('b', 'x', '--tag', 'daily');
    const tagged = await run(['tag', 'a', '--add', 'api', '--add', 'daily', '--remove', 'draft']);
    expect(tagged.out).toContain('Prompt "a" has the tags api, daily now.');
    expect((await run(['tag'])).out).toBe('Tag    Prompts\napi          1\ndaily        2\n');
    expect((await run(['tag', 'a', '--add', 'api'])).out).toContain('is unchanged');
  });

  it.each([
    [['tag', 'a'], 2, 'Which tags'],
    [['tag', '--add', 'x'], 2, 'Which prompt'],
    [['tag', 'a', '--add', 'a\u0000b'], 2, 'A tag has'],
    [['tag', 'nowhere', '--add', 'x'], 3, 'no prompt'],
  ])('%j is refused', async (words, code, message) => {
    await create('a', 'x');
    expect(await run(words)).toMatchObject({ code, err: expect.stringContaining(message) });
  });

  it('can be put on a prompt that lacks what it brings in by now', async () => {
    await create('role', 'x');
    await create('review', '{% include "role" %}');
    await run(['delete', 'role', '--yes']);
    expect((await run(['tag', 'review', '--add', 'old'])).code).toBe(0);
  });
});

describe('a search', () => {
  beforeEach(async () => {
    await create('review/api', 'Look at the interface, and at nothing else.', '--tag', 'daily');
    await create('plan', 'Plan the interface.', '--description', 'Before the review');
  });

  it('finds words in names, tags, descriptions and texts, in bold', async () => {
    const { out } = await run(['search', 'review'], { colour: true });
    expect(out).toContain('\u001b[1mreview\u001b[22m/api');
    expect(out).toContain('Before the \u001b[1mreview\u001b[22m');
    expect((await run(['search', 'interface', 'nothing', '--json'])).json()).toMatchObject({
      hits: [{ prompt: { name: 'review/api' } }],
      more: false,
    });
    expect((await run(['search', 'interface', '--', '-plan'])).out).toMatch(/^review\/api\n/);
    expect((await run(['search', 'interface', '--limit', '1'])).out).toContain('The nearest 1; --limit');
    expect((await run(['search', 'nowhere'])).out).toBe(
      'No prompt has all of this.\nNext: prompt-runner prompt list --all\n',
    );
  });

  it.each([
    [['search'], 2],
    [['search', ' '], 2],
    [['search', 'x'.repeat(1001)], 2],
    [['search', 'x', '--limit', '1001'], 2],
  ])('%# is refused', async (words, code) => {
    expect((await run(words)).code).toBe(code);
  });

  it('shows no control sequences of what it finds', async () => {
    await create('evil', 'needle \u001b]0;title\u0007 and more');
    const { out } = await run(['search', 'needle'], { terminal: true });
    expect(out).not.toContain('\u001b');
    expect(out).toContain('needle');
  });
});

describe('a prompt that sessions were worked on with', () => {
  it('says how many', async () => {
    await bench.run(
      [
        'prompt',
        'create',
        'plans',
        '--kind',
        'orchestrator',
        '--template',
        '--category',
        '__orchestration__',
      ],
      {
        stdin: '{{ feature_request }} ANALYSIS_TEMPLATE IMPLEMENTATION_TEMPLATE EXECUTION_NOTES',
      },
    );
    await bench.run([
      'orchestrate',
      'plan',
      '--file',
      example('request.md'),
      '--template',
      'orchestrator=plans',
    ]);
    expect((await run(['show', 'plans'])).out).toMatch(/Sessions +one was worked on with it/);
    expect((await run(['delete', 'plans'])).err).toContain(
      'A session was worked on with it, and keeps its texts.',
    );
  });
});

describe('completion', () => {
  it('offers the names of prompts, and their labels behind an @', async () => {
    await create('review', 'x', '--description', 'Reviews');
    await create('role', 'x');
    await run(['label', 'review', 'staging']);
    const complete = (...words: string[]) => bench.run(['complete', '--', ...words]);
    expect((await complete('prompt', 'show', 're')).out).toBe('review\tReviews\n');
    expect((await complete('prompt', 'show', 'review@')).out).toBe('review@staging\tversion 1\n');
    expect((await complete('prompt', 'diff', 'review', 'ro')).out).toContain('role');
  });
});
