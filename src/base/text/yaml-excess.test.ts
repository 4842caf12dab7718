import { describe, expect, it } from 'vitest';
import { Lexer } from 'yaml';
import { yamlExcess } from './yaml-excess.js';

describe('YAML', () => {
  it.each([
    ['a plain one', 'a: 1\nb: [1, {c: 2}]\n'],
    ['a long text', `a: |\n${'  [[[[ {{{{ - - -\n'.repeat(10_000)}`],
    ['many brackets in quotes', `a: "${'['.repeat(10_000)}"`],
  ])('has nothing too much: %s', (_, text) => {
    expect(yamlExcess(text, Lexer)).toBeNull();
  });

  it.each([
    ['brackets', '['.repeat(1000), 'its YAML is nested too deeply'],
    ['braces behind keys', '{a: '.repeat(1000), 'its YAML is nested too deeply'],
    ['dashes', `${'- '.repeat(1000)}a`, 'its YAML is nested too deeply'],
    ['values', '- a\n'.repeat(300_000), 'its YAML has too many values'],
  ])('has too many %s', (_, text, excess) => {
    expect(yamlExcess(text, Lexer)).toBe(excess);
  });
});
