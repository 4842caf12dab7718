import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openApp } from '../../src/app.js';
import { fromLibrary, updatePrompt } from '../../src/operations/index.js';
import { editablePrompt } from '../../src/operations/prompt/editable-prompt.js';
import { type RunOptions, Workbench } from './harness.js';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.dispose());

const run = (words: readonly string[], options: RunOptions = {}) => bench.run(['prompt', ...words], options);

interface Shown {
  readonly prompt: { readonly name: string; readonly tags: readonly string[]; readonly latest: number };
  readonly messages: readonly { readonly role: string; readonly text: string }[];
}
const shown = async (reference: string) => (await run(['show', reference, '--json'])).json<Shown>();

/** An editor that runs a script of its own on the file. */
function editor(script: string): Record<string, string> {
  const file = join(bench.folder, 'editor.mjs');
  writeFileSync(
    file,
    `import { readFileSync, writeFileSync } from 'node:fs';\nconst file = process.argv[2];\n${script}`,
  );
  return { EDITOR: `"${process.execPath}" "${file}"` };
}

describe('a prompt is created', () => {
  it('from a text, and says what comes next', async () => {
    const created = await run(['create', 'review', '--text', 'Review {{ diff }}.', '--tag', 'daily']);
    expect(created).toMatchObject({ code: 0, err: '' });
    expect(created.out).toBe(
      'Prompt "review" is created among the global ones, version 1.\nNext: prompt-runner prompt show review\n',
    );
    expect(await shown('review')).toMatchObject({
      prompt: { tags: ['daily'], latest: 1 },
      messages: [{ role: 'user', text: 'Review {{ diff }}.' }],
    });
  });

  it('from a pipe, a file with front matter, and the editor', async () => {
    await run(['create', 'piped'], { stdin: 'From a pipe.\n' });
    expect((await run(['show', 'piped', '--raw'])).out).toBe('From a pipe.\n');

    const file = join(bench.work, 'own.md');
    writeFileSync(
      file,
      '---\ndescription: Mine\ntags: [b, a]\nvariables:\n  - name: who\n---\nHi {{ who }}\n',
    );
    await run(['create', 'own', '--file', file]);
    expect(await shown('own')).toMatchObject({ prompt: { description: 'Mine', tags: ['a', 'b'] } });

    const env = editor(`writeFileSync(file, 'From an editor.')`);
    await run(['create', 'edited', '--edit'], { env });
    expect((await shown('edited')).messages[0]?.text).toBe('From an editor.');
  });

  it('with a system message, and literally', async () => {
    await run(['create', 'literal', '--text', '{{ not }} {% a %}', '--literal', '--system', 'Be brief.']);
    const { messages } = (await run(['render', 'literal', '--json'])).json<Shown>();
    expect(messages).toEqual([
      { role: 'system', text: 'Be brief.' },
      { role: 'user', text: '{{ not }} {% a %}' },
    ]);
  });

  it('from front matter with another system message', async () => {
    const text = '---\nmessages: marked\n---\n<!-- system -->\nOld\n<!-- user -->\nGo.\n';
    await run(['create', 'review', '--system', 'New'], { stdin: text });
    expect((await shown('review')).messages.map((message) => message.text)).toEqual(['New', 'Go.']);
  });

  it('in the project in force, or for all', async () => {
    await bench.run(['project', 'create', 'shop']);
    await run(['create', 'review', '--text', 'Of the shop', '--json']);
    await run(['create', 'review', '--text', 'For all', '--global']);
    expect((await run(['show', 'review', '--raw'])).out).toBe('Of the shop\n');
    const { out } = await run(['list']);
    expect(out).toMatch(/review\s+1\s+all \(hidden\)/);
    expect(out).toMatch(/review\s+1\s+shop/);
    const elsewhere = await run(['show', 'review', '--raw'], { cwd: bench.folder });
    expect(elsewhere.out).toBe('For all\n');
  });

  it('and its next command finds it, when it is in a project that is not in force', async () => {
    await bench.run(['project', 'create', 'my shop', '--no-root']);
    const { out } = await run(['create', 'review', '--text', 'x', '--project', 'my shop']);
    expect(out).toContain("Next: prompt-runner prompt show review --project 'my shop'");
  });
});

describe('a prompt is refused, and nothing is written', () => {
  it.each([
    ['a name with a way out', ['../review', '--text', 'x'], 2, 'cannot be the name of a prompt'],
    ['a reserved name', ['builtin/review', '--text', 'x'], 2, 'is reserved'],
    ['an empty text', ['review', '--text', ' '], 1, 'is empty'],
    ['a text that is no template', ['review', '--text', '{% if %}'], 1, 'cannot be rendered'],
    ['an unknown filter', ['review', '--text', '{{ a|uper }}'], 1, 'uper'],
    ['an include that is not there', ['review', '--text', '{% include "nowhere" %}'], 1, 'nowhere'],
    ['two texts', ['review', '--text', 'x', '--file', 'y'], 2, 'More than one source'],
    ['a tag with a line end', ['review', '--text', 'x', '--tag', 'a\nb'], 2, 'tag'],
    [
      'a tag in front matter with a line end',
      ['review', '--text=---\ntags: ["a\\nb"]\n---\nx'],
      1,
      'A tag has',
    ],
    [
      'a feature type in front matter',
      ['review', '--text=---\nfeature_type: A b\n---\nx'],
      1,
      'A feature type',
    ],
    ['front matter that is not right', ['review', '--text=---\ntags: {\n---\nx'], 1, 'YAML'],
  ])('%s', async (_, words, code, message) => {
    const refused = await run(['create', ...words]);
    expect(refused.code, refused.err).toBe(code);
    expect(refused.err).toContain(message);
    expect((await run(['list', '--json'])).json()).toMatchObject({ total: 0 });
  });

  it('bytes that are no text, and more than prompt.max_bytes', async () => {
    const binary = await run(['create', 'review'], { stdin: new Uint8Array([0xff, 0xfe, 0x00]) });
    expect(binary).toMatchObject({ code: 1, err: expect.stringContaining('not UTF-8') });
    const large = await run(['create', 'review'], { stdin: 'x'.repeat(1024 * 1024 + 1) });
    expect(large).toMatchObject({ code: 1, err: expect.stringContaining('prompt.max_bytes') });
    const huge = await run(['create', 'review'], { stdin: 'x'.repeat(50_000_000) });
    expect(huge).toMatchObject({ code: 1, err: expect.stringContaining('4.2 MB') });
    expect((await run(['list', '--json'])).json()).toMatchObject({ total: 0 });
  });

  it('a name that is taken', async () => {
    await run(['create', 'review', '--text', 'One']);
    const taken = await run(['create', 'review', '--text', 'Two']);
    expect(taken).toMatchObject({ code: 1, err: expect.stringContaining('among the global ones already') });
    expect((await run(['show', 'review', '--raw'])).out).toBe('One\n');
  });

  it('a text written by hand is kept when it is refused', async () => {
    const env = editor(`writeFileSync(file, 'Half {{ a template')`);
    const refused = await run(['create', 'review', '--edit'], { env });
    expect(refused.code).toBe(1);
    const kept = /Your text was kept in (\S+)\./.exec(refused.err)?.[1] ?? '';
    expect(readFileSync(kept, 'utf8')).toBe('Half {{ a template');
    expect(refused.err).toContain(`prompt create review --file ${kept}`);
  });

  it('control characters in a name never reach the terminal', async () => {
    const { err } = await run(['create', 'a\u001b[31mb', '--text', 'x'], { terminal: true });
    expect(err).not.toContain('\u001b[31m');
  });
});

describe('a prompt is changed', () => {
  beforeEach(() => run(['create', 'review', '--text', 'One', '--system', 'Be brief.']));

  it('by another text, which takes the place of the user’s message', async () => {
    const updated = await run(['update', 'review', '--text', 'Two', '--note', 'Better']);
    expect(updated.out).toContain('Prompt "review" is changed; its newest version is 2.');
    expect((await shown('review')).messages).toEqual([
      { role: 'system', text: 'Be brief.' },
      { role: 'user', text: 'Two' },
    ]);
    expect((await shown('review@1')).messages[1]?.text).toBe('One');
  });

  it('by another system message alone', async () => {
    await run(['update', 'review', '--system', 'Be long.']);
    expect((await shown('review')).messages.map(({ text }) => text)).toEqual(['Be long.', 'One']);
  });

  it('in its description, without a new version; an empty value takes one away', async () => {
    const about = ['--description', 'Reviews', '--category', 'code', '--tag', 'a', '--kind', 'check'];
    await run(['update', 'review', ...about], { stdin: 'a pipe that is not meant' });
    expect(await shown('review')).toMatchObject({
      prompt: { description: 'Reviews', category: 'code', tags: ['a'], kind: 'check', latest: 1 },
    });
    await run(['update', 'review', '--description', '', '--tag', '']);
    expect(await shown('review')).toMatchObject({
      prompt: { description: null, tags: [], category: 'code' },
    });
  });

  it('not at all by what it says already', async () => {
    const same = await run(['update', 'review', '--text', 'One']);
    expect(same).toMatchObject({
      code: 0,
      out: expect.stringContaining('Prompt "review" is unchanged: version 1 says this already.'),
    });
    expect((await run(['versions', 'review', '--json'])).json()).toMatchObject({ total: 1 });
  });

  it('in the editor, all of it', async () => {
    const env = editor(
      `writeFileSync(file, readFileSync(file, 'utf8').replace('---\\n', '---\\ndescription: Edited\\n').replace('One', 'Two'))`,
    );
    expect((await run(['edit', 'review'], { env })).out).toContain('its newest version is 2');
    expect(await shown('review')).toMatchObject({
      prompt: { description: 'Edited' },
      messages: [{ text: 'Be brief.' }, { text: 'Two' }],
    });
    const without = editor(
      `writeFileSync(file, readFileSync(file, 'utf8').replace('description: Edited\\n', ''))`,
    );
    await run(['edit', 'review'], { env: without });
    expect(await shown('review')).toMatchObject({ prompt: { description: null, latest: 2 } });
  });

  it('not in an editor that changes nothing', async () => {
    expect((await run(['edit', 'review'])).out).toContain('is unchanged');
  });

  it('not in the editor when somebody else was faster: the text is kept, and both versions are named', async () => {
    const store = JSON.stringify(bench.db);
    const env = editor(`
      const { DatabaseSync } = await import(${JSON.stringify(import.meta.resolve('@photostructure/sqlite'))});
      const database = new DatabaseSync(${store});
      database.exec("update prompts set changes = changes + 1, latest = 1");
      database.close();
      writeFileSync(file, 'Mine');`);
    const refused = await run(['edit', 'review'], { env });
    expect(refused.code).toBe(4);
    expect(refused.err).toContain('was changed by someone else');
    const kept = /Your text was kept in (\S+)\./.exec(refused.err)?.[1] ?? '';
    expect(readFileSync(kept, 'utf8')).toBe('Mine');
  });

  it.each([
    ['nothing said', ['update', 'review'], 2, 'Nothing was said'],
    ['a prompt that is not there', ['update', 'reviev', '--text', 'x'], 3, 'Did you mean review?'],
    ['a version instead of a prompt', ['update', 'review@x y', '--text', 'x'], 2, 'cannot be a label'],
    ['a template and none', ['update', 'review', '--template', '--no-template'], 2, 'Keep one of them'],
  ])('not with %s', async (_, words, code, message) => {
    const refused = await run(words);
    expect(refused.code, refused.err).toBe(code);
    expect(refused.err).toContain(message);
  });

  it('not by a text when it cannot say which message it replaces', async () => {
    writeFileSync(
      join(bench.work, 'talk.md'),
      '---\nmessages: marked\n---\n<!-- user -->\nOne\n<!-- assistant -->\nTwo\n<!-- user -->\nThree\n',
    );
    await run(['create', 'talk', '--file', join(bench.work, 'talk.md')]);
    const refused = await run(['update', 'talk', '--text', 'Four']);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('2 messages of the role user') });
    expect(refused.err).toContain('prompt-runner prompt edit talk');
  });
});

describe('a prompt that several change at once', () => {
  beforeEach(() => run(['create', 'review', '--text', 'One']));

  it('is written by one of them; the other is told both versions', async () => {
    const app = await openApp({ db: bench.db, cwd: bench.work, env: { HOME: bench.folder } });
    try {
      const { read } = await editablePrompt(app, { prompt: 'review' });
      await run(['update', 'review', '--text', 'Two']);
      const content = { text: fromLibrary('Three') };
      const late = updatePrompt(app, { prompt: 'review', content, read });
      await expect(late).rejects.toMatchObject({
        code: 'PROMPT_CHANGED',
        message: expect.stringMatching(
          /version 2 has come since version 1, which you saw\. The last change is \w+'s: prompt\.version-added at /,
        ),
        remedy: { next: `prompt-runner prompt diff review@1 review@2 --db ${bench.db}` },
      });
    } finally {
      await app.close();
    }
    expect((await run(['show', 'review', '--raw'])).out).toBe('Two\n');
  });

  it('says where a label stood and stands when that is what was changed', async () => {
    await run(['update', 'review', '--text', 'Two']);
    await run(['label', 'review', 'live', '1']);
    const app = await openApp({ db: bench.db, cwd: bench.work, env: { HOME: bench.folder } });
    try {
      const { read } = await editablePrompt(app, { prompt: 'review' });
      await run(['label', 'review', 'live', '2']);
      const late = updatePrompt(app, { prompt: 'review', content: { text: fromLibrary('Three') }, read });
      await expect(late).rejects.toMatchObject({
        code: 'PROMPT_CHANGED',
        message: expect.stringContaining('review@live from version 1 to version 2 at '),
      });
    } finally {
      await app.close();
    }
  });

  it('gets versions without gaps, and loses none that was taken', async () => {
    const texts = ['a', 'b', 'c', 'd', 'e', 'f'];
    const done = await Promise.all(texts.map((text) => run(['update', 'review', '--text', text])));
    const taken = done.filter(({ code }) => code === 0);
    expect(done.every(({ code }) => code === 0 || code === 4)).toBe(true);
    const { versions } = (await run(['versions', 'review', '--json'])).json<{
      versions: readonly { number: number }[];
    }>();
    expect(versions.map(({ number }) => number)).toEqual(
      Array.from({ length: taken.length + 1 }, (_, at) => taken.length + 1 - at),
    );
    expect((await bench.run(['audit', 'verify'])).code).toBe(0);
  });
});

describe('a list of prompts', () => {
  it('says how many there are, and what to do when there are none', async () => {
    expect((await run(['list'])).out).toContain('No prompts yet.');
    for (const name of ['a', 'b', 'c']) await run(['create', name, '--text', name, '--tag', name]);
    expect((await run(['list', '--limit', '2'])).out).toContain('2 of 3 prompts. The next page:\n--cursor ');
    expect((await run(['list', '--tag', 'b', '--json'])).json()).toMatchObject({
      prompts: [{ name: 'b' }],
      total: 1,
    });
    expect((await run(['list', '--kind', 'none'])).out).toBe(
      'No prompt is like this.\nNext: prompt-runner prompt list --all\n',
    );
  });

  it.each([
    [['list', '--limit', '0'], 2],
    [['list', '--sort', 'size'], 2],
    [['list', '--all', '--global'], 2],
    [['list', '--project', 'nowhere'], 3],
    [['list', '--limit', '10001'], 2],
  ])('is refused: %j', async (words, code) => {
    expect((await run(words)).code).toBe(code);
  });

  it('is not there in a workspace', async () => {
    const refused = await run(['list', '--workspace', 'planning']);
    expect(refused.code).not.toBe(0);
  });
});
