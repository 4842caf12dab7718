import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunOptions, type RunResult, Workbench } from './harness.js';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.dispose());

/** Writes files into the working folder, then runs a command of the group. */
async function run(
  line: string,
  files: Readonly<Record<string, string | Uint8Array>> = {},
  options: RunOptions = {},
): Promise<RunResult> {
  for (const [name, content] of Object.entries(files)) {
    const path = join(bench.work, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return bench.run(['template', ...line.split(' ')], options);
}

describe('template render', () => {
  const files = {
    'letter.md': 'Dear {{ name }},\n{% for item in items %}- {{ item }}\n{% endfor %}\n',
    'values.json': '{"name": "Ada", "items": [1, 2.5, true]}',
    'values.yaml': 'name: Grace\nitems: [one, 2]\n',
  };

  it('prints what the template makes, byte for byte', async () => {
    const { out, err, code } = await run('render letter.md --vars values.json', files);
    expect({ out, err, code }).toEqual({
      out: 'Dear Ada,\n- 1\n- 2.5\n- True\n',
      err: '',
      code: 0,
    });
  });

  it('takes variables from YAML, and the command line wins', async () => {
    const line = 'render letter.md --vars values.yaml --var name=Zoë --var extra=a=b';
    const { out } = await run(line, files);
    expect(out).toBe('Dear Zoë,\n- one\n- 2\n');
  });

  it('reads the template or the variables from stdin', async () => {
    const stdin = '{{ a }}{% include "part" %}';
    expect((await run('render - --var a=1', { part: '!' }, { stdin })).out).toBe('1!');
    const fromVars = await run('render letter.md --vars -', files, { stdin: 'name: Alan' });
    expect(fromVars.out).toBe('Dear Alan,\n');
  });

  it('says which variables were not given', async () => {
    const { out, err, code } = await run('render t', { t: '[{{ a }}{{ b|default("b") }}]' });
    expect({ out, code }).toEqual({ out: '[b]', code: 0 });
    expect(err).toBe('Warning: a was not given, and the template has no default for it.\n');
  });

  it('has the options of the language', async () => {
    const t = '  {% if true %}\n{{ x }}\n  {% endif %}\n';
    const all = '--trim-blocks --lstrip-blocks --keep-trailing-newline --autoescape';
    expect((await run(`render t ${all} --var x=<b>`, { t })).out).toBe('&lt;b&gt;\n');
    expect((await run('render t --undefined chainable', { t: '[{{ a.b.c }}]' })).out).toBe('[]');
    expect((await run('render t --undefined strict', { t: '[{{ a }}]' })).code).toBe(1);
  });

  it('keeps values from moving a terminal, and ends the line there', async () => {
    const { out } = await run('render t --var v=\u001b[2Jx', { t: '{{ v }}' }, { terminal: true });
    expect(out).toBe('x\n');
  });

  it('shows where it went wrong', async () => {
    const { err, code } = await run('render t', { t: 'a\n{{ 1 / 0 }}' });
    expect(code).toBe(1);
    expect(err).toBe(
      'Error: division by zero\nt:2:6\n2 | {{ 1 / 0 }}\n  |      ^\nMend the template there, or the value that it was given.\n',
    );
    const { error } = (await run('render t --json')).json<{ error: unknown }>();
    expect(error).toMatchObject({
      code: 'TEMPLATE_RUNTIME',
      place: { name: 't', line: 2, column: 6 },
    });
  });
});

describe('the templates that one brings in', () => {
  it('come from its folder and below', async () => {
    const files = { 'd/main': '{% include "sub/part" %}', 'd/sub/part': '{% include "end" %}', 'd/end': 'E' };
    expect((await run('render d/main', files)).out).toBe('E');
  });

  it.each([
    ['../secret', 'TEMPLATE_OUTSIDE_FOLDER'],
    ['/etc/hostname', 'TEMPLATE_OUTSIDE_FOLDER'],
    ['link', 'TEMPLATE_OUTSIDE_FOLDER'],
    ['folder/secret', 'TEMPLATE_OUTSIDE_FOLDER'],
    ['sub', 'FILE_IS_FOLDER'],
    ['latin', 'NOT_UTF8'],
    ['main/below', 'TEMPLATE_NOT_FOUND'],
    ['x'.repeat(300), 'TEMPLATE_NOT_FOUND'],
    ['circle', 'TEMPLATE_LIMIT'],
  ])('are refused when they are %.20s', async (name, expected) => {
    const files = {
      secret: 'SECRET',
      'd/main': `{% include "${name}" %}`,
      'd/sub/part': '',
      'd/latin': new Uint8Array([0xe9]),
      'd/circle': '{% include "circle" %}',
    };
    await run('render d/nothing', files);
    symlinkSync(join(bench.work, 'secret'), join(bench.work, 'd/link'));
    symlinkSync(bench.work, join(bench.work, 'd/folder'));
    const result = await run('render d/main --json');
    expect(result.json<{ error: { code: string } }>().error.code).toBe(expected);
    expect(result.out).not.toContain('SECRET');
  });

  it('are suggested when the name is nearly right', async () => {
    const files = { t: '{% include "parts/heder.md" %}', 'parts/header.md': '' };
    expect((await run('render t', files)).err).toContain("Did you mean 'parts/header.md'?");
    expect((await run('check t')).out).toContain("Did you mean 'parts/header.md'?");
  });
});

describe('bad input', () => {
  it.each<[string, Record<string, string | Uint8Array>, string, number]>([
    ['render nowhere', {}, 'FILE_NOT_FOUND', 3],
    ['render .', {}, 'FILE_IS_FOLDER', 2],
    ['render t', { t: new Uint8Array([0xff, 0xfe, 0x41]) }, 'NOT_UTF8', 1],
    ['check t', { t: 'x'.repeat(10_000_001) }, 'INPUT_TOO_LARGE', 1],
    ['render t --vars nowhere.json', { t: '' }, 'FILE_NOT_FOUND', 3],
    ['render t --vars v.json', { t: '', 'v.json': '{"a": ' }, 'TEMPLATE_VARIABLES', 2],
    ['render t --vars v.yaml', { t: '', 'v.yaml': 'a: [1' }, 'TEMPLATE_VARIABLES', 2],
    ['render t --vars v.yaml', { t: '', 'v.yaml': '- 1' }, 'TEMPLATE_VARIABLES', 2],
    ['render t --vars v.yaml', { t: '', 'v.yaml': '' }, 'TEMPLATE_VARIABLES', 2],
    ['render t --var novalue', { t: '' }, 'TEMPLATE_VARIABLES', 2],
    ['render t --var a.b=1', { t: '' }, 'TEMPLATE_VARIABLES', 2],
    ['render t --var', { t: '' }, 'USAGE', 2],
    ['render t --undefined loose', { t: '' }, 'USAGE', 2],
    ['render - --vars -', {}, 'USAGE', 2],
    ['render t', { t: '{% for i in range(10**9) %}{% endfor %}' }, 'TEMPLATE_LIMIT', 1],
  ])('%s is refused', async (line, files, expected, exit) => {
    const { code, json } = await run(`${line} --json`, files, { stdin: 'x' });
    expect(json<{ error: { code: string } }>().error.code).toBe(expected);
    expect(code).toBe(exit);
  });
});

describe('template check', () => {
  it('shows each finding with its line, and fails on errors', async () => {
    const t = '{% set a = 1 %}\n{% if x %}{{ x|uper }}{% endif %}';
    const { out, code } = await run('check t', { t });
    expect(code).toBe(1);
    expect(out).toMatchInlineSnapshot(`
      "t:1:4 warning: 'a' is set but never read. unused-set
      1 | {% set a = 1 %}
        |    ^

      t:2:16 error: There is no filter named 'uper'. Did you mean 'upper'? unknown-filter
      2 | {% if x %}{{ x|uper }}{% endif %}
        |                ^

      1 error, 1 warning
      "
    `);
  });

  it('says so when there is nothing to say', async () => {
    const { out, code } = await run('check t', { t: 'Hello {{ name }}' });
    expect({ out, code }).toEqual({ out: 't: nothing found.\n', code: 0 });
  });

  it('looks into the templates that are brought in', async () => {
    const { out, code } = await run('check t --json', { t: '{% include "part" %}', part: 'a\n{% if' });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      errors: 1,
      findings: [{ template: 'part', line: 2, rule: 'syntax', severity: 'error' }],
    });
  });
});

describe('template variables', () => {
  const files = {
    t: '{{ user.name }}{{ mood|default("fine") }}{% include "part" %}',
    part: '{{ user.age }}',
  };

  it('lists what is needed, and where, through includes', async () => {
    const { out, code } = await run('variables t', files);
    expect(code).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "Variable  Needed    As                   Used at
      user      yes       user.name, user.age  t:1:4, part:1:4
      mood      optional  mood                 t:1:19
      "
    `);
  });

  it('gives every use as JSON', async () => {
    const { variables } = (await run('variables t --json', files)).json<{ variables: unknown[] }>();
    expect(variables[0]).toEqual({
      name: 'user',
      has_default: false,
      uses: [
        { template: 't', line: 1, column: 4, path: 'user.name', is_optional: false },
        { template: 'part', line: 1, column: 4, path: 'user.age', is_optional: false },
      ],
    });
  });

  it('is done in part when a template is missing', async () => {
    const { code, err } = await run('variables t', { t: '{{ a }}{% include "nowhere" %}' });
    expect(code).toBe(5);
    expect(err).toBe('Warning: There is no template "nowhere"; what it uses is not listed.\n');
  });
});
