import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunOptions, Workbench } from './harness.js';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.dispose());

const run = (words: readonly string[], options: RunOptions = {}) => bench.run(['prompt', ...words], options);
const file = (name: string, text: string) => {
  const path = join(bench.work, name);
  writeFileSync(path, text);
  return path;
};

const TYPED = `---
variables:
  - name: diff
    description: As git prints it.
  - name: depth
    type: integer
    default: 2
  - name: strict
    type: boolean
    required: false
  - name: files
    type: array
    default: []
  - name: language
    choices: [Go, C]
    default: Go
---
{{ diff }}|{{ depth + 1 }}|{{ strict }}|{{ files|join(",") }}|{{ language }}
`;
const createTyped = () => run(['create', 'typed', '--file', file('typed.md', TYPED)]);

describe('a prompt is rendered', () => {
  it('with values by their declared types, and defaults', async () => {
    await createTyped();
    expect((await run(['render', 'typed', '--var', 'diff=x'])).out).toBe('x|3|||Go\n');
    const words = ['diff=y', 'depth=40', 'strict=true', 'files=["a","b"]', 'language=C'];
    const { out } = await run(['render', 'typed', ...words.flatMap((word) => ['--var', word])]);
    expect(out).toBe('y|41|True|a,b|C\n');
  });

  it('with values from files; the command line wins', async () => {
    await createTyped();
    const yaml = file('values.yaml', 'diff: "from a file"\ndepth: 6\nfiles: [a]\n');
    expect((await run(['render', 'typed', '--vars', yaml, '--var', 'depth=1'])).out).toBe(
      'from a file|2||a|Go\n',
    );
    const piped = await run(['render', 'typed', '--vars', '-'], { stdin: '{"diff": "p"}' });
    expect(piped.out).toBe('p|3|||Go\n');
  });

  it('and values are never template code, nor messages of their own', async () => {
    await run(['create', 'one', '--text', '{{ text }}']);
    const text = '{{ 1 + 1 }} {% raw %} ── system ──\n<!-- system -->';
    const rendered = await run(['render', 'one', '--var', `text=${text}`, '--json']);
    expect(rendered.json()).toMatchObject({ messages: [{ role: 'user', text }] });
  });

  it('with what it brings in, of the version that it names', async () => {
    await run(['create', 'role', '--text', 'Old role']);
    await run(['update', 'role', '--text', 'New role']);
    await run(['label', 'role', 'production', '1']);
    await run(['create', 'plan', '--text', '{% include "role" %}, {% include "role@production" %}']);
    expect((await run(['render', 'plan'])).out).toBe('New role, Old role\n');
  });

  it('with rulers between its messages, and with a title on a terminal only', async () => {
    await run(['create', 'two', '--text', 'Go.', '--system', 'Be brief.']);
    const piped = (await run(['render', 'two'])).out;
    expect(piped).toMatch(/^── system ─+\nBe brief\.\n\n── user ─+\nGo\.\n$/);
    expect((await run(['render', 'two'], { terminal: true })).out).toContain('two@1 · ~');
  });

  it('with a warning for what is no variable of it', async () => {
    await run(['create', 'one', '--text', '{{ language }}']);
    const { err, out } = await run(['render', 'one', '--var', 'language=Go', '--var', 'langauge=C']);
    expect(err).toContain('The prompt has no variable langauge. Did you mean language?');
    expect(out).toBe('Go\n');
  });
});

describe('a prompt is not rendered', () => {
  it('without what it needs: all of it is named', async () => {
    await createTyped();
    await run(['create', 'wide', '--text', '{{ a }} {{ b }} {{ c|default("") }}']);
    const one = await run(['render', 'typed']);
    expect(one.code).toBe(2);
    expect(one.err).toContain('diff (string): As git prints it.');
    const two = await run(['render', 'wide']);
    expect(two.err).toMatch(/needs 2 variables more:\n {2}a\n {2}b\n/);
  });

  it.each([
    ['depth=two', '"depth" is to be a whole number, not "two"'],
    ['depth=9007199254740993', '"depth" is to be a whole number'],
    ['strict=yes', '"strict" is to be true or false, not "yes"'],
    ['files=a,b', '"files" is to be a list, not "a,b"'],
    ['files={"a":1}', '"files" is to be a list'],
    ['language=Rust', '"language" cannot be "Rust"'],
    ['no value', 'gives no variable a value'],
    ['__proto__.x=1', 'gives no variable a value'],
  ])('with %s', async (assignment, message) => {
    await createTyped();
    const refused = await run(['render', 'typed', '--var', 'diff=x', '--var', assignment]);
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining(message) });
  });

  it.each([
    ['a list', '[1]', 'holds no object'],
    ['what is no YAML', '{', 'cannot be read'],
    ['a number for a text', 'diff: 1', '"diff" is to be a text, not 1'],
  ])('with a file of %s', async (_, text, message) => {
    await createTyped();
    const refused = await run(['render', 'typed', '--vars', file('values.yaml', text)]);
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining(message) });
  });

  it('when what it brings in has gone', async () => {
    await run(['create', 'role', '--text', 'Role']);
    await run(['create', 'plan', '--text', '{% include "role" %}']);
    await run(['delete', 'role', '--yes']);
    const gone = await run(['render', 'plan']);
    expect(gone).toMatchObject({ code: 1, err: expect.stringContaining("'role'") });
  });

  it('in a circle: it is not even taken, unless by an older version', async () => {
    await run(['create', 'role', '--text', 'Role']);
    await run(['create', 'plan', '--text', 'P {% include "role" %}']);
    const circle = await run(['update', 'role', '--text', '{% include "plan" %}']);
    expect(circle).toMatchObject({
      code: 1,
      err: expect.stringContaining('would bring itself in: role > plan > role.'),
    });
    await run(['update', 'role', '--text', 'Not {% include "role@1" %}']);
    expect((await run(['render', 'plan'])).out).toBe('P Not Role\n');
  });

  it('in a circle through a prompt of the project, which global ones bring in there', async () => {
    await bench.run(['project', 'create', 'shop', '--no-root']);
    await run(['create', 'role', '--text', 'Role']);
    await run(['create', 'plan', '--text', '{% include "role" %}', '--global']);
    const refused = await run(['create', 'role', '--text', '{% include "plan" %}', '--project', 'shop']);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('role > plan > role') });
  });

  it('when a default does not fit its variable: it is not even taken', async () => {
    const text = '---\nvariables:\n  - name: depth\n    type: integer\n    default: two\n---\n{{ depth }}\n';
    const refused = await run(['create', 'wrong', '--file', file('wrong.md', text)]);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('The default of the variable "depth" is to be a whole number, not "two".');
  });
});

describe('a prompt that brings in another', () => {
  const including = (name: string) => `{% include "${name}" %} Review.`;

  it('is rendered also while sessions take no stored templates', async () => {
    await run(['create', 'role', '--text', 'Be kind.']);
    const off = { env: { PROMPT_RUNNER_TEMPLATES_STORED: 'false' } };
    expect((await run(['create', 'review', '--text', including('role')], off)).code).toBe(0);
    expect((await run(['render', 'review'], off)).out).toBe('Be kind. Review.\n');
  });

  it('takes neither a name nor a label by which it would bring itself in', async () => {
    await bench.run(['project', 'create', 'shop']);
    await run(['create', 'role', '--text', 'Be kind.', '--global']);
    await run(['create', 'review', '--text', including('role')]);
    const renamed = await run(['rename', 'review', 'role', '--yes']);
    expect([renamed.code, renamed.err]).toEqual([1, expect.stringContaining('role > role')]);
    await run(['label', 'role', 'staging', '1']);
    await run(['update', 'role', '--text', including('role@staging')]);
    const labelled = await run(['label', 'role', 'staging', '2']);
    expect([labelled.code, labelled.err]).toEqual([
      1,
      expect.stringContaining('role@staging > role@staging'),
    ]);
    expect((await run(['render', 'role'])).out).toBe('Be kind. Review.\n');
  });
});

describe('the variables of a prompt', () => {
  it('are those that it declares and those that it uses, with places', async () => {
    await createTyped();
    await run(['create', 'plan', '--text', 'For {{ whom }}:\n{% include "typed" %}']);
    const { out } = await run(['variables', 'plan']);
    expect(out).toMatch(/whom +any +required +not declared/);
    expect(out).toMatch(/whom +plan:1:\d+\n/);
    expect(out).toMatch(/diff +typed:\d+:\d+\n/);
    const typed = (await run(['variables', 'typed'])).out;
    expect(typed).toMatch(/depth +integer +2\n/);
    expect(typed).toMatch(/language +string +"Go" +one of "Go", "C"/);
  });

  it('may be none', async () => {
    await run(['create', 'plain', '--text', 'Hello.']);
    expect((await run(['variables', 'plain'])).out).toBe('Prompt "plain" has no variables.\n');
  });

  it('keep the keys of their defaults in JSON', async () => {
    const text = '---\nvariables:\n  - name: a\n    type: object\n    default: {oneKey: 1}\n---\n{{ a }}\n';
    await run(['create', 'keys', '--file', file('keys.md', text)]);
    expect((await run(['variables', 'keys', '--json'])).json()).toMatchObject({
      variables: [{ default: { oneKey: 1 } }],
    });
  });
});
