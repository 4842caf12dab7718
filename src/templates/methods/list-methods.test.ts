// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, TemplateRuntimeError } from '../index.js';

const context = {};

describe('lists', () => {
  it.each([
    [
      '{% set l=[1,2] %}{% do l.append(3) %}{% do l.extend([4]) %}{% do l.insert(0,0) %}{% do l.remove(2) %}{% do l.reverse() %}{{ l }}{{ l.pop() }}{{ l.pop(0) }}{{ l }}{% do l.clear() %}{{ l }}',
      '[4, 3, 1, 0]04[3, 1][]',
    ],
    ['{% set l=[3,1,2] %}{% do l.sort(reverse=true) %}{{ l }}{{ l.copy() }}', '[3, 2, 1][3, 2, 1]'],
    ['{% set l=[] %}{% do l.append(l) %}{{ l }}', '[[...]]'],
    ['{{ [1,2].append(3) }}', 'None'],
    ['{{ [1,2].index(2) }}', '1'],
    ['{{ [1,1].count(1) }}', '2'],
    ['{{ (1,2).index(2) }}', '1'],
    ['{{ (1,1).count(1) }}', '2'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    ['{{ (1,2).index(5) }}', TemplateRuntimeError, 'tuple.index(x): x not in tuple'] as const,
    ['{{ [].pop() }}', TemplateRuntimeError, 'pop from empty list'] as const,
    ['{{ [1].pop(9) }}', TemplateRuntimeError, 'pop index out of range'] as const,
    ['{{ [1].remove(5) }}', TemplateRuntimeError, 'list.remove(x): x not in list'] as const,
    ['{{ [1].pop("a") }}', TemplateRuntimeError, 'an index must be an integer'] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});
