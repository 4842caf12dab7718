// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, TemplateRuntimeError } from '../index.js';

const context = {
  numbers: [3, 1, 2],
  people: [
    { name: 'Bob', age: 30, tags: ['x'] },
    { name: 'alice', age: 25, tags: [] },
    { name: 'Carl', age: 30 },
  ],
  empty: [],
  words: ['b', 'A', 'c', 'B'],
};

describe('min, max, sum', () => {
  it.each([
    ['{{ numbers|min }}', '1'],
    ['{{ numbers|max }}', '3'],
    ['{{ empty|min }}', ''],
    ['{{ empty|max }}', ''],
    ['{{ words|min }}', 'A'],
    ['{{ words|max }}', 'c'],
    ['{{ words|max(case_sensitive=true) }}', 'c'],
    ['{{ (people|max(attribute="age")).name }}', 'Bob'],
    ['{{ (people|min(attribute="name")).name }}', 'alice'],
    ['{{ numbers|sum }}', '6'],
    ['{{ people|sum(attribute="age") }}', '85'],
    ['{{ numbers|sum(start=10) }}', '16'],
    ['{{ [1,2.5]|sum }}', '3.5'],
    ['{{ [[1],[2]]|sum(start=[]) }}', '[1, 2]'],
    ['{{ empty|sum }}', '0'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    [
      '{{ [1,"a"]|max }}',
      TemplateRuntimeError,
      "'>' not supported between instances of 'str' and 'int'",
    ] as const,
    ['{{ ["a"]|sum }}', TemplateRuntimeError, "unsupported operand type(s) for +: 'int' and 'str'"] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});
