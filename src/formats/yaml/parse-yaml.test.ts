import { describe, expect, it } from 'vitest';
import { UnreadablePromptFileError } from '../errors.js';
import { parseYaml } from './parse-yaml.js';

describe('YAML', () => {
  it('tells the lines of what it says', async () => {
    const { value, lineOf } = await parseYaml('a: 1\n\nb:\n  - c: [d,\n      e]\n', 'x.yaml', 10);
    expect(value).toEqual({ a: 1, b: [{ c: ['d', 'e'] }] });
    const paths = [['a'], ['b'], ['b', 0], ['b', 0, 'c'], ['b', 0, 'c', 1], ['z'], ['b', 7]];
    expect(paths.map((path) => lineOf(path))).toEqual([10, 12, 13, 13, 14, 10, 12]);
  });

  it('of nothing is null', async () => {
    expect((await parseYaml('# only this\n', 'x.yaml')).value).toBeNull();
  });

  it.each([
    ['brackets', `a: ${'['.repeat(300)}${']'.repeat(300)}`],
    ['braces', `${'{a: '.repeat(300)}${'}'.repeat(300)}`],
    ['dashes', `${'- '.repeat(300)}a`],
    ['question marks', `${'? '.repeat(300)}a`],
    ['indentation', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')],
    ['itself', 'a: &a [*a]'],
    ['dashes on lines', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}-\n`).join('')],
  ])('is refused when it is nested too deeply by %s', async (_, text) => {
    await expect(parseYaml(text, 'x.yaml')).rejects.toThrow('nested too deeply');
  });

  it('may have long lines, deep text and many brackets beside each other', async () => {
    const text = `a: |\n${' '.repeat(400)}- x: [\nb: "${'['.repeat(999)}"\nc: [${'[],'.repeat(999)}]\n${'k'.repeat(400)}: 1\n`;
    expect(Object.keys((await parseYaml(text, 'x.yaml')).value ?? {})).toHaveLength(4);
  });

  it.each([
    ['a list', 'a:\n', '  - x\n'],
    ['keys', '', null],
    ['a flow list', 'a: [', 'x,'],
    ['nested lists', 'a: ', '['],
    ['comments', '', '# x\n'],
    ['anchors', 'a:\n', '  - &x y\n'],
    ['brackets and braces', 'a: ', '[{a: '],
  ])('of 5 MB that is full of %s is read or refused in time that grows with it', async (_, head, part) => {
    const text = part === null ? manyKeys(300_000) : head + part.repeat(Math.ceil(5_000_000 / part.length));

    const result = await parseYaml(text, 'x.yaml').catch((error: unknown) => error);
    if (result instanceof Error) expect(result).toBeInstanceOf(UnreadablePromptFileError);
  });
});

function manyKeys(count: number): string {
  return Array.from({ length: count }, (_, index) => `key${index}: v\n`).join('');
}
