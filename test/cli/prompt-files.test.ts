import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  ImportedFile,
  PromptExportOutput,
  PromptImportOutput,
} from '../../src/operations/prompt/sync/outputs.js';
import { example, type RunOptions, Workbench } from './harness.js';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.dispose());

const run = (line: string, options: RunOptions = {}) => bench.run(line.trim().split(/ +/), options);
const inFolder = (name: string) => join(bench.work, 'prompts', name);
const read = (name: string) => readFileSync(inFolder(name), 'utf8');

function write(name: string, text: string | Uint8Array): void {
  mkdirSync(dirname(inFolder(name)), { recursive: true });
  writeFileSync(inFolder(name), text);
}

async function create(name: string, text: string, options = ''): Promise<void> {
  const { code, err } = await run(`prompt create ${name} --file - ${options}`, { stdin: text });
  expect([code, err]).toEqual([0, '']);
}

async function exported(options = ''): Promise<Record<string, string>> {
  const { files } = (await run(`prompt export prompts --json ${options}`)).json<PromptExportOutput>();
  return Object.fromEntries(files.map(({ file, outcome }) => [file, outcome]));
}

async function imported(options = ''): Promise<Record<string, string>> {
  const { files } = (await run(`prompt import prompts --json ${options}`)).json<PromptImportOutput>();
  return Object.fromEntries(files.map(({ file, outcome }) => [file, outcome]));
}

async function textOf(prompt: string): Promise<string> {
  return (await run(`prompt show ${prompt} --raw`)).out;
}

describe('a folder of prompts', () => {
  beforeEach(async () => {
    await create('review', 'Review {{ code }}.', '--description Reviews --tag a');
    await create('team/role', 'You are kind.');
    expect(await exported()).toEqual({ 'review.md': 'write', 'team/role.md': 'write' });
  });

  it('reads well', () => {
    const mark = /^synced: [0-9a-f]{16}$/m;
    expect(read('review.md')).toMatch(mark);
    expect(read('review.md').replace(mark, 'synced: …')).toBe(
      `---
name: review
description: Reviews
tags:
  - a
version: 1
synced: …
---
Review {{ code }}.
`,
    );
  });

  it('is the same both ways when nothing was changed', async () => {
    expect(await exported()).toEqual({ 'review.md': 'same', 'team/role.md': 'same' });
    expect(await imported()).toEqual({ 'review.md': 'same', 'team/role.md': 'same' });
  });

  it('takes a changed file as the next version, again and again', async () => {
    for (const version of [2, 3, 4]) {
      write(
        'review.md',
        read('review.md')
          .replace(/Review(er)* \{\{/, 'Reviewer {{')
          .concat(`${version}\n`),
      );
      expect((await imported())['review.md']).toBe('take');
      expect(read('review.md')).toContain(`version: ${version}`);
      expect(await exported()).toEqual({ 'review.md': 'same', 'team/role.md': 'same' });
    }
    expect((await run('prompt versions review --json')).json<{ versions: [] }>().versions).toHaveLength(4);
  });

  it('keeps what somebody wrote around it', async () => {
    write(
      'review.md',
      read('review.md').replace('---\n', '---\n# ours\n').replace('Review {{', 'Look at {{'),
    );
    await imported();
    expect(read('review.md')).toMatch(/^---\n# ours\nname: review\n/);
    expect(await textOf('review')).toContain('Look at');
  });

  it('follows a prompt that was changed, its description and tags too', async () => {
    await run('prompt update review --text Other');
    await run('prompt tag team/role --add b');
    expect(await imported()).toEqual({ 'review.md': 'behind', 'team/role.md': 'behind' });
    expect(await exported()).toEqual({ 'review.md': 'update', 'team/role.md': 'update' });
    expect(read('review.md')).toContain('\n---\nOther\n');
    expect(read('team/role.md')).toContain('- b');
  });

  it('is never written over where both were changed: the difference is shown', async () => {
    await run('prompt update review --text Other');
    write('review.md', read('review.md').replace('Review {{', 'Look at {{'));
    const before = read('review.md');
    for (const command of ['import', 'export']) {
      const { code, out } = await run(`prompt ${command} prompts`);
      expect(code).toBe(5);
      expect(out).toContain('conflict');
      expect(out).toContain(command === 'import' ? '+ Look at {{ code }}.' : '- Look at {{ code }}.');
      expect(read('review.md')).toBe(before);
      expect(await textOf('review')).toBe('Other\n');
    }
    expect((await imported('--force'))['review.md']).toBe('take');
    expect(await textOf('review')).toBe('Look at {{ code }}.\n');
    expect(await textOf('review@2')).toBe('Other\n');
  });

  it('is not written over where it was changed alone, unless by force', async () => {
    write('review.md', read('review.md').replace('Review {{', 'Look at {{'));
    expect((await exported())['review.md']).toBe('edited');
    expect((await exported('--force'))['review.md']).toBe('update');
    expect(read('review.md')).toContain('Review {{ code }}.');
  });

  it('does not bring back a prompt that was deleted, unless by force', async () => {
    await run('prompt delete review --yes');
    expect((await imported())['review.md']).toBe('deleted');
    expect((await imported('--force'))['review.md']).toBe('create');
  });

  it('is looked at only, with --dry-run', async () => {
    write('review.md', read('review.md').replace('Review {{', 'Look at {{'));
    const before = read('review.md');
    expect((await imported('--dry-run'))['review.md']).toBe('take');
    expect([read('review.md'), await textOf('review')]).toEqual([before, 'Review {{ code }}.\n']);
    expect((await exported('--dry-run --force'))['review.md']).toBe('update');
    expect(read('review.md')).toBe(before);
  });
});

describe('importing', () => {
  it('lets bad files fail alone, each with its reason, and changes nothing for them', async () => {
    write('good.md', '---\ndescription: Good\n---\nHello {{ name }}');
    write('broken.md', '---\nname: [\n---\nHello');
    write('up.md', '---\nname: ../up\n---\nHello');
    write('syntax.md', '---\nname: syntax\n---\n{% if %}');
    write('binary.md', Buffer.from([0xff, 0xfe, 0x00, 0x01]));
    write('one.md', '---\nname: twice\n---\nHello');
    write('two.md', '---\nname: twice\n---\nHello again');
    write('cycle/a.md', '---\nname: cycle/a\n---\n{% include "cycle/b" %}');
    write('cycle/b.md', '---\nname: cycle/b\n---\n{% include "cycle/a" %}');
    const { code, out } = await run('prompt import prompts --json');
    expect(code).toBe(5);
    const { files } = JSON.parse(out) as { files: ImportedFile[] };
    const outcomes = Object.fromEntries(files.map(({ file, outcome }) => [file, outcome]));
    expect(outcomes).toMatchObject({ 'good.md': 'create', 'up.md': 'create' });
    for (const file of [
      'broken.md',
      'syntax.md',
      'binary.md',
      'one.md',
      'two.md',
      'cycle/a.md',
      'cycle/b.md',
    ]) {
      expect([file, outcomes[file]]).toEqual([file, 'failed']);
    }
    expect(files.find(({ file }) => file === 'up.md')?.prompt).toBe('up');
    expect(files.find(({ file }) => file === 'one.md')?.reason).toContain(
      'two.md holds a prompt of the same name',
    );
    const names = (await run('prompt list --json')).json<{ prompts: { name: string }[] }>().prompts;
    expect(names.map(({ name }) => name)).toEqual(['good', 'up']);
  });

  it('fails for a single bad file with its error', async () => {
    write('syntax.md', '---\nname: syntax\n---\nA\n{{ x | nothing }}');
    const syntax = await run('prompt import prompts/syntax.md');
    expect(syntax.code).toBe(1);
    expect(syntax.err).toContain('cannot be rendered');
    expect((await run('prompt import prompts/none.md')).code).toBe(3);
    write('large.md', Buffer.alloc(50_000_000, 0x61));
    const large = await run('prompt import prompts/large.md');
    expect([large.code, large.err]).toEqual([1, expect.stringContaining('large.md')]);
  });

  it('follows no link out of the folder', async () => {
    writeFileSync(join(bench.folder, 'outside.md'), 'Outside.');
    write('inside.md', '---\nname: inside\n---\nInside.');
    symlinkSync(join(bench.folder, 'outside.md'), inFolder('link.md'));
    symlinkSync(bench.folder, inFolder('folder'));
    expect(await imported()).toEqual({ 'inside.md': 'create' });
  });

  it('offers places that look like variables, and makes variables of those that are asked for', async () => {
    write('letter.md', 'Dear [NAME], {{ this }} stays.\n');
    const plain = await run('prompt import prompts/letter.md --format markdown --name letter --json');
    const [file] = plain.json<PromptImportOutput>().files;
    expect(file?.offered).toEqual([{ name: 'name', written: '[NAME]', occurrences: 1 }]);
    expect((await run('prompt render letter')).out).toContain('Dear [NAME], {{ this }} stays.');
    const line = 'prompt import prompts/letter.md --format markdown --name other --offered all';
    expect((await run(line)).code).toBe(0);
    expect((await run('prompt render other --var name=Ada')).out).toContain('Dear Ada, {{ this }} stays.');
  });

  it('puts templates into force where no other is, and sessions take them', async () => {
    await run('project create shop');
    const { code } = await run(`prompt import ${example('templates')} --no-mark`);
    expect(code).toBe(0);
    for (const type of ['bugfix', 'refactor', 'api']) {
      const planned = await run(`orchestrate plan Tea --type ${type} --json`);
      expect(planned.json<{ prompt: { template: string; warnings: [] } }>().prompt).toMatchObject({
        template: `orchestrator/${type}@1`,
        warnings: [],
      });
      for (const kind of ['orchestrator', 'analysis', 'implementation']) {
        expect((await run(`orchestrate template test ${kind}/${type}`)).code).toBe(0);
      }
    }
  });
});

describe('exporting', () => {
  it('writes other formats, and reads them back as they were', async () => {
    await create('review', 'Review {{ code }}.', '--system Kind. --description Reviews');
    for (const format of ['dotprompt', 'prompty', 'promptfoo', 'github-models']) {
      const out = `prompt export out/${format} --format ${format} --json`;
      const [file] = (await run(out)).json<PromptExportOutput>().files;
      expect([format, file?.outcome]).toEqual([format, 'write']);
      const path = join('out', format, file?.file ?? '');
      const back = await run(`prompt import ${path} --format ${format} --name back/${format} --json`);
      expect([format, back.code]).toEqual([format, 0]);
      const whole = await run(`prompt render back/${format} --var code=x`);
      expect(whole.out).toBe((await run('prompt render review --var code=x')).out);
    }
  });

  it('says which prompt a format cannot hold, and writes the others', async () => {
    await create('plain', 'Review {{ code }}.');
    await create('clever', '{% for x in xs %}{{ x | upper }}{% endfor %}');
    const { code, out } = await run('prompt export out --format github-models');
    expect(code).toBe(5);
    expect(out).toMatch(/clever.*failed/);
    expect(out).toMatch(/plain\S*\s+plain@1\s+written/);
  });
});

describe('a folder as others leave it', () => {
  it('keeps a file that somebody changes while it is imported', async () => {
    let saved = 0;
    const save = () => write('review.md', `---\nname: review\n---\nDraft ${++saved}.\n`);
    save();
    // Who writes asks for the time: just then somebody saves the file again.
    Object.defineProperty(bench, 'time', { get: save });
    expect(await imported()).toEqual({ 'review.md': 'create' });
    expect(read('review.md')).toBe(`---\nname: review\n---\nDraft ${saved}.\n`);
    expect(await textOf('review')).not.toBe(`Draft ${saved}.\n`);
  });

  it('may end its lines as Windows does, with a byte order mark', async () => {
    write('review.md', '\ufeff---\r\ndescription: Reviews\r\n---\r\nReview\r\nit.\r\n');
    expect(await imported()).toEqual({ 'review.md': 'create' });
    expect(await textOf('review')).toBe('Review\nit.\n');
    expect(read('review.md')).toMatch(/^---\r\n.*\r\nReview\r\nit\.\r\n$/s);
    expect([await imported(), await exported()]).toEqual([{ 'review.md': 'same' }, { 'review.md': 'same' }]);
    write('review.md', read('review.md').replace('it.', 'it well.'));
    expect(await imported()).toEqual({ 'review.md': 'take' });
    expect(await textOf('review')).toBe('Review\nit well.\n');
  });

  it('may say a tag twice, and with blanks around it', async () => {
    write('review.md', '---\ntags: [a, a, " b "]\n---\nReview it.\n');
    expect(await imported()).toEqual({ 'review.md': 'create' });
    expect([await imported(), await exported()]).toEqual([{ 'review.md': 'same' }, { 'review.md': 'same' }]);
  });

  it('may have more tags than a statement of the store takes', async () => {
    const tags = Array.from({ length: 20_000 }, (_, at) => `t${at}`);
    write('review.md', `---\ntags: [${tags.join(', ')}]\n---\nReview it.\n`);
    expect(await imported()).toEqual({ 'review.md': 'create' });
  });

  it('fails for a name that is no UTF-8 alone', async () => {
    write('good.md', 'Good.');
    const name = Buffer.concat([Buffer.from(`${inFolder('x')}`), Buffer.from([0xff]), Buffer.from('.md')]);
    writeFileSync(name, 'Bad.');
    expect(Object.values(await imported())).toEqual(['create', 'failed']);
  });

  it('is not left by a link when prompts are written, and other things in the way stay', async () => {
    await create('team/role', 'You are kind.');
    await create('review', 'Review it.');
    await create('review.md/long', 'Review it at length.');
    await create('folder', 'A folder lies there.');
    mkdirSync(inFolder('folder.md'), { recursive: true });
    mkdirSync(join(bench.folder, 'outside'));
    symlinkSync(join(bench.folder, 'outside'), inFolder('team'));
    for (const options of ['', '--force']) {
      const { code, out } = await run(`prompt export prompts --json ${options}`);
      const { files } = JSON.parse(out) as PromptExportOutput;
      expect(code).toBe(5);
      expect(files.map(({ file, outcome, reason }) => [file, outcome, reason])).toEqual([
        ['folder.md', 'failed', 'folder.md was not written: what lies there is no ordinary file.'],
        ['review.md', options === '' ? 'write' : 'same', null],
        ['review.md/long.md', 'failed', expect.stringContaining('a file stands where a folder should be')],
        ['team/role.md', 'failed', 'team/role.md was not written: it would lie outside of the folder.'],
      ]);
    }
    expect(readdirSync(join(bench.folder, 'outside'))).toEqual([]);
  });

  it('goes into an empty library whole, whatever brings in what', async () => {
    await create('zed', 'Kind.');
    await create('a', '{% include "zed" %} Review.');
    await exported();
    await run('project create two');
    expect(await imported()).toEqual({ 'a.md': 'create', 'zed.md': 'create' });
  });

  it('is new to a project whose namesake was deleted elsewhere', async () => {
    for (const project of ['one', 'two']) await run(`project create ${project} --no-root`);
    await create('review', 'Review it.', '--project one');
    await exported('--project one');
    await run('prompt delete review --yes --project one');
    expect(await imported('--project one')).toEqual({ 'review.md': 'deleted' });
    expect(await imported('--project two')).toEqual({ 'review.md': 'create' });
  });
});

describe('what is said beside the table', () => {
  it('fits a terminal of 80 columns', async () => {
    const words = Array.from({ length: 12 }, (_, at) => `[PLACE ${'ABCDEFGHIJKL'.charAt(at)}]`).join(' ');
    write('deep/enough/to/be/a/long/path/review.md', `---\nweight: heavy\n---\n${words}\n`);
    const { out } = await run('prompt import prompts --format markdown --dry-run', { terminal: true });
    expect(out).toContain('--offered NAME');
    expect(out).toContain('was not carried over');
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});
