import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { SourceText } from '../text/source-text.js';
import { readYamlTree } from './read-yaml-tree.js';
import { yamlJson } from './yaml-json.js';

async function read(text: string) {
  const { tree, faults } = await readYamlTree(new SourceText('x.yaml', text));
  return { value: tree && yamlJson(tree), faults };
}

describe('the tree of a YAML document', () => {
  it('says what the library says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const { value: read_, faults } = await read(stringify({ value }));
        expect(faults).toEqual([]);
        expect(JSON.stringify(read_)).toBe(JSON.stringify({ value }));
      }),
    );
  });

  it('knows where keys and values stand', async () => {
    const text = 'a: 1\nb:\n  - "c d"\n  -\n';
    const { tree } = await readYamlTree(new SourceText('x.yaml', text));
    const written = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    if (tree?.kind !== 'mapping') throw new Error('no mapping');
    expect(tree.entries.map(({ keySpan }) => written(keySpan))).toEqual(['a', 'b']);
    const list = tree.entries[1]?.value;
    expect(list?.kind === 'list' && list.items.map(({ span }) => written(span))).toEqual(['"c d"', '']);
  });

  it.each([
    ['# nothing\n', null],
    ['', null],
    ['\ufeffa: 1\r\nb: x\r\n', { a: 1, b: 'x' }],
    ['a: &x [1]\nb: *x\nc: &x 2\nd: *x\n', { a: [1], b: [1], c: 2, d: 2 }],
    ['&k key: *k\n', { key: 'key' }],
    ['%YAML 1.1\n---\na: yes\n', { a: 'yes' }],
    ['<<: {a: 1}\n', { '<<': { a: 1 } }],
    ['1: a\nnull: b\n', { '1': 'a', null: 'b' }],
  ])('%j is %j', async (text, value) => {
    expect(await read(text)).toEqual({ value, faults: [] });
  });

  it('keeps a key that JavaScript takes for something else', async () => {
    const { value } = await read('__proto__: {a: 1}\n');
    expect(Object.keys(value ?? {})).toEqual(['__proto__']);
  });

  it.each([
    ['a: 1\na: 2\nb: {c: 1, c: 2}\n', ['says a key twice: a', 'says a key twice: c'], [5, 20]],
    ['[1]: a\n', ['a list or mapping for a key'], [0]],
    ['a: !x 1\nb: !!binary aGk=\n', ['uses a tag', 'uses a tag'], [3, 11]],
    ['a: .nan\nb: -.inf\n', ['holds NaN', 'holds -Infinity'], [3, 11]],
    ['a: *x\n', ['no anchor "x"'], [3]],
    ['a: &a [*a]\n', ['repeats what it lies in'], [7]],
    ['a: 1\n---\nb: 2\n', ['several documents'], [5]],
    ['a: "x\n', ['is not right'], [6]],
  ])('%j is told to be wrong in each place', async (text, problems, offsets) => {
    const { faults } = await read(text);
    expect(faults.map(({ problem }) => problem)).toEqual(
      problems.map((part) => expect.stringContaining(part)),
    );
    expect(faults.map(({ offset }) => offset)).toEqual(offsets);
  });

  it('is none when a bracket is missing: the rest would be a guess', async () => {
    expect((await read('a: [1\nb: 2\n')).value).toBeNull();
  });

  it.each([
    ['lists', bomb((name) => `[${`*${name},`.repeat(10)}]`, '[x,x,x,x]')],
    ['mappings', bomb((name) => `{a: *${name}, b: *${name}, c: *${name}, d: *${name}}`, '{a: x}')],
    ['a long text', `a: &a ${'x'.repeat(50_000)}\nb: [${'*a,'.repeat(1000)}]\n`],
  ])('is none when aliases flood it with %s', async (_, text) => {
    const { value, faults } = await read(text);
    expect(value).toBeNull();
    expect(faults).toEqual([
      { problem: 'its YAML repeats too much through aliases', offset: expect.any(Number) },
    ]);
  });

  it('does not nest without end through aliases', async () => {
    const lines = Array.from(
      { length: 600 },
      (_, at) => `k${at}: &k${at} [${at === 0 ? '' : `*k${at - 1}`}]`,
    );
    const { faults } = await read(lines.join('\n'));
    expect(faults.map(({ problem }) => problem).join()).toMatch(/nested too deeply|repeats too much/);
  });

  it('is none when the text nests too deeply', async () => {
    const { value, faults } = await read(`a: ${'['.repeat(5000)}`);
    expect({ value, faults }).toEqual({
      value: null,
      faults: [{ problem: expect.stringContaining('nested'), offset: null }],
    });
  });
});

function bomb(next: (name: string) => string, first: string): string {
  const lines = [`k0: &k0 ${first}`];
  for (let at = 1; at < 12; at += 1) lines.push(`k${at}: &k${at} ${next(`k${at - 1}`)}`);
  return `${lines.join('\n')}\n`;
}
