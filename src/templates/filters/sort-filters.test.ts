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
  words: ['b', 'A', 'c', 'B'],
};

describe('sorting', () => {
  it.each([
    ['{{ numbers|sort }}', '[1, 2, 3]'],
    ['{{ numbers|sort(reverse=true) }}', '[3, 2, 1]'],
    ['{{ words|sort }}', "['A', 'b', 'B', 'c']"],
    ['{{ words|sort(case_sensitive=true) }}', "['A', 'B', 'b', 'c']"],
    ['{{ people|sort(attribute="name")|map(attribute="name")|list }}', "['alice', 'Bob', 'Carl']"],
    ['{{ people|sort(attribute="age,name")|map(attribute="name")|list }}', "['alice', 'Bob', 'Carl']"],
    [
      '{{ people|sort(attribute="age",reverse=true)|map(attribute="name")|list }}',
      "['Bob', 'Carl', 'alice']",
    ],
    ['{{ ages|sort }}', "['ann', 'bob']"],
    ['{{ [true,0,0.5]|sort }}', '[0, 0.5, True]'],
    ['{{ ages|dictsort }}', "[('ann', 1), ('bob', 2)]"],
    ['{{ ages|dictsort(by="value") }}', "[('ann', 1), ('bob', 2)]"],
    ['{{ ages|dictsort(reverse=true) }}', "[('bob', 2), ('ann', 1)]"],
    ['{{ {"b":1,"A":2}|dictsort }}', "[('A', 2), ('b', 1)]"],
    ['{{ {"b":1,"A":2}|dictsort(true) }}', "[('A', 2), ('b', 1)]"],
    [
      '{{ people|sort(attribute="x") }}',
      "[{'name': 'Bob', 'age': 30, 'tags': ['x']}, {'name': 'alice', 'age': 25, 'tags': []}, {'name': 'Carl', 'age': 30}]",
    ],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    [
      '{{ [1,"a"]|sort }}',
      TemplateRuntimeError,
      "'<' not supported between instances of 'str' and 'int'",
    ] as const,
    [
      '{{ ages|dictsort(by="x") }}',
      TemplateRuntimeError,
      'You can only sort by either "key" or "value"',
    ] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});

describe('unique and groups', () => {
  it.each([
    ['{{ ["a","A","b"]|unique|list }}', "['a', 'b']"],
    ['{{ ["a","A"]|unique(true)|list }}', "['a', 'A']"],
    ['{{ [1,1.0,true,2]|unique|list }}', '[1, 2]'],
    ['{{ people|unique(attribute="age")|map(attribute="name")|list }}', "['Bob', 'alice']"],
    ['{{ [["a",1],["b",2],["a",3]]|groupby(0) }}', "[('a', [['a', 1], ['a', 3]]), ('b', [['b', 2]])]"],
    [
      '{{ [{"k":"B"},{"k":"a"},{"k":"b"}]|groupby("k") }}',
      "[('a', [{'k': 'a'}]), ('B', [{'k': 'B'}, {'k': 'b'}])]",
    ],
    ['{{ [{"k":"B"},{"k":"b"}]|groupby("k",case_sensitive=true)|map("first")|list }}', "['B', 'b']"],
    ['{{ (people|groupby("age"))[0].grouper }}', '25'],
    ['{{ (people|groupby("age"))[1].list|length }}', '2'],
    ['{{ people|groupby("x",default="?")|map(attribute="grouper")|list }}', "['?']"],
    [
      '{% for age, group in people|groupby("age") %}{{ age }}:{{ group|map(attribute="name")|join(",") }};{% endfor %}',
      '25:alice;30:Bob,Carl;',
    ],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });
});
