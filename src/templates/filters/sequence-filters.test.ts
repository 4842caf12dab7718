// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, TemplateRuntimeError } from '../index.js';

const context = {
  numbers: [3, 1, 2],
  ages: { bob: 2, ann: 1 },
  people: [
    { name: 'Bob', age: 30, tags: ['x'] },
    { name: 'alice', age: 25, tags: [] },
    { name: 'Carl', age: 30 },
  ],
  seven: 7,
  empty: [],
  emoji: 'a😀b',
};

describe('ends, lengths, lists', () => {
  it.each([
    ['{{ numbers|first }}', '3'],
    ['{{ empty|first }}', ''],
    ['{{ numbers|last }}', '2'],
    ['{{ empty|last is defined }}', 'False'],
    ['{{ ages|first }}', 'bob'],
    ['{{ "abc"|last }}', 'c'],
    ['{{ range(5)|last }}', '4'],
    ['{{ numbers|length }}', '3'],
    ['{{ emoji|length }}', '3'],
    ['{{ ages|count }}', '2'],
    ['{{ missing|length }}', '0'],
    ['{{ "abc"|list }}', "['a', 'b', 'c']"],
    ['{{ ages|list }}', "['bob', 'ann']"],
    ['{{ missing|list }}', '[]'],
    ['{{ numbers|reverse|list }}', '[2, 1, 3]'],
    ['{{ "abc"|reverse }}', 'cba'],
    ['{{ emoji|reverse }}', 'b😀a'],
    ['{{ ages|reverse|list }}', "['ann', 'bob']"],
    ['{{ numbers|random in numbers }}', 'True'],
    ['{{ empty|random }}', ''],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    ['{{ seven|length }}', TemplateRuntimeError, "object of type 'int' has no len()"] as const,
    ['{{ none|length }}', TemplateRuntimeError, "object of type 'NoneType' has no len()"] as const,
    ['{{ seven|list }}', TemplateRuntimeError, "'int' object is not iterable"] as const,
    ['{{ seven|reverse }}', TemplateRuntimeError, 'argument must be iterable'] as const,
    [
      '{{ numbers|map("string")|last }}',
      TemplateRuntimeError,
      "'generator' object is not reversible",
    ] as const,
    [
      '{{ numbers|map("string")|length }}',
      TemplateRuntimeError,
      "object of type 'generator' has no len()",
    ] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});

describe('joining', () => {
  it.each([
    ['{{ numbers|join }}', '312'],
    ['{{ numbers|join("-") }}', '3-1-2'],
    ['{{ people|join(",",attribute="name") }}', 'Bob,alice,Carl'],
    ['{{ "abc"|join("-") }}', 'a-b-c'],
    ['{{ [1,none,"a"]|join(",") }}', '1,None,a'],
    ['{{ missing|join }}', ''],
    ['{{ numbers|join(d="-") }}', '3-1-2'],
    ['{{ numbers|join(1) }}', '31112'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([['{{ seven|join }}', TemplateRuntimeError, "'int' object is not iterable"] as const])(
    '%j is refused',
    (source, kind, message) => {
      const run = () => compile(source).render(context);
      expect(run).toThrow(kind);
      expect(run).toThrow(message);
    },
  );
});

describe('batches and slices', () => {
  it.each([
    ['{{ [1,2,3,4,5]|batch(2)|list }}', '[[1, 2], [3, 4], [5]]'],
    ['{{ [1,2,3,4,5]|batch(2,0)|list }}', '[[1, 2], [3, 4], [5, 0]]'],
    ['{{ []|batch(2)|list }}', '[]'],
    ['{{ [1,2,3,4,5]|slice(2)|list }}', '[[1, 2, 3], [4, 5]]'],
    ['{{ [1,2,3,4,5]|slice(3,"x")|list }}', "[[1, 2], [3, 4], [5, 'x']]"],
    ['{{ [1]|slice(3)|list }}', '[[1], [], []]'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    ['{{ [1,2,3]|slice(0)|list }}', TemplateRuntimeError, 'integer division or modulo by zero'] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});
