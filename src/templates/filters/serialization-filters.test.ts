// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, TemplateRuntimeError } from '../index.js';

const context = {
  numbers: [3, 1, 2],
  greeting: 'Hello wörld',
  ages: { bob: 2, ann: 1 },
  people: [
    { name: 'Bob', age: 30, tags: ['x'] },
    { name: 'alice', age: 25, tags: [] },
    { name: 'Carl', age: 30 },
  ],
  html: '<b>&"\'</b>',
  emoji: 'a😀b',
  prose: 'The quick brown fox jumps over the lazy dog. Well-known words, state-of-the-art -- truly.',
};

describe('tojson', () => {
  it.each([
    ['{{ ages|tojson }}', '{"ann": 1, "bob": 2}'],
    [
      '{{ people|tojson }}',
      '[{"age": 30, "name": "Bob", "tags": ["x"]}, {"age": 25, "name": "alice", "tags": []}, {"age": 30, "name": "Carl"}]',
    ],
    [
      '{{ people|tojson(2) }}',
      '[\n  {\n    "age": 30,\n    "name": "Bob",\n    "tags": [\n      "x"\n    ]\n  },\n  {\n    "age": 25,\n    "name": "alice",\n    "tags": []\n  },\n  {\n    "age": 30,\n    "name": "Carl"\n  }\n]',
    ],
    [
      '{{ people|tojson(indent=1) }}',
      '[\n {\n  "age": 30,\n  "name": "Bob",\n  "tags": [\n   "x"\n  ]\n },\n {\n  "age": 25,\n  "name": "alice",\n  "tags": []\n },\n {\n  "age": 30,\n  "name": "Carl"\n }\n]',
    ],
    ['{{ greeting|tojson }}', '"Hello w\\u00f6rld"'],
    ['{{ emoji|tojson }}', '"a\\ud83d\\ude00b"'],
    ['{{ html|tojson }}', '"\\u003cb\\u003e\\u0026\\"\\u0027\\u003c/b\\u003e"'],
    ['{{ none|tojson }}', 'null'],
    ['{{ 1.0|tojson }}', '1.0'],
    ['{{ 1e16|tojson }}', '1e+16'],
    ['{{ [1,(2,3),{}]|tojson }}', '[1, [2, 3], {}]'],
    ['{{ []|tojson(2) }}', '[]'],
    ['{{ {1:2}|tojson }}', '{"1": 2}'],
    ['{{ {none:1}|tojson }}', '{"null": 1}'],
    ['{{ {true:1}|tojson }}', '{"true": 1}'],
    ['{{ {1.5:1}|tojson }}', '{"1.5": 1}'],
    ['{{ "\\u2028\\x7f\\x01"|tojson }}', '"\\u2028\\u007f\\u0001"'],
    ['{{ (1e308*10)|tojson }}', 'Infinity'],
    ['{{ ("<"|safe)|tojson }}', '"\\u003c"'],
    ['{{ (10**20)|tojson }}', '100000000000000000000'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    [
      '{{ missing|tojson }}',
      TemplateRuntimeError,
      'Object of type Undefined is not JSON serializable',
    ] as const,
    ['{{ range(3)|tojson }}', TemplateRuntimeError, 'Object of type range is not JSON serializable'] as const,
    [
      '{{ {1:2,"a":1}|tojson }}',
      TemplateRuntimeError,
      "'<' not supported between instances of 'str' and 'int'",
    ] as const,
    [
      '{{ {(1,2):1}|tojson }}',
      TemplateRuntimeError,
      'keys must be str, int, float, bool or None, not tuple',
    ] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});

describe('pprint', () => {
  it.each([
    ['{{ numbers|pprint }}', '[3, 1, 2]'],
    [
      '{{ people|pprint }}',
      "[{'age': 30, 'name': 'Bob', 'tags': ['x']},\n {'age': 25, 'name': 'alice', 'tags': []},\n {'age': 30, 'name': 'Carl'}]",
    ],
    [
      '{{ (people*3)|pprint }}',
      "[{'age': 30, 'name': 'Bob', 'tags': ['x']},\n {'age': 25, 'name': 'alice', 'tags': []},\n {'age': 30, 'name': 'Carl'},\n {'age': 30, 'name': 'Bob', 'tags': ['x']},\n {'age': 25, 'name': 'alice', 'tags': []},\n {'age': 30, 'name': 'Carl'},\n {'age': 30, 'name': 'Bob', 'tags': ['x']},\n {'age': 25, 'name': 'alice', 'tags': []},\n {'age': 30, 'name': 'Carl'}]",
    ],
    ['{{ {"b":1,"a":[1,2]}|pprint }}', "{'a': [1, 2], 'b': 1}"],
    ['{{ "abc"|pprint }}', "'abc'"],
    [
      '{{ ((1,2)*30)|pprint }}',
      '(1,\n 2,\n 1,\n 2,\n 1,\n 2,\n 1,\n 2,\n 1,\n 2,\n 1,\n 2,\n 1,\n 2,\n 1,\n 2,\n 1,\n 2,\n 1,\n 2,\n 1,\n 2,\n 1,\n 2,\n 1,\n 2,\n 1,\n 2,\n 1,\n 2,\n 1,\n 2,\n 1,\n 2,\n 1,\n 2,\n 1,\n 2,\n 1,\n 2,\n 1,\n 2,\n 1,\n 2,\n 1,\n 2,\n 1,\n 2,\n 1,\n 2,\n 1,\n 2,\n 1,\n 2,\n 1,\n 2,\n 1,\n 2,\n 1,\n 2)',
    ],
    [
      '{{ [["a"*50,"b"*50]]|pprint }}',
      "[['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',\n  'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb']]",
    ],
    [
      '{{ (people,)|pprint }}',
      "([{'age': 30, 'name': 'Bob', 'tags': ['x']},\n  {'age': 25, 'name': 'alice', 'tags': []},\n  {'age': 30, 'name': 'Carl'}],)",
    ],
    [
      '{{ {"key":["a"*40,"b"*40]}|pprint }}',
      "{'key': ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',\n         'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb']}",
    ],
    [
      '{{ (prose*2)|pprint }}',
      "('The quick brown fox jumps over the lazy dog. Well-known words, '\n 'state-of-the-art -- truly.The quick brown fox jumps over the lazy dog. '\n 'Well-known words, state-of-the-art -- truly.')",
    ],
    [
      '{{ [prose*2, prose]|pprint }}',
      "['The quick brown fox jumps over the lazy dog. Well-known words, '\n 'state-of-the-art -- truly.The quick brown fox jumps over the lazy dog. '\n 'Well-known words, state-of-the-art -- truly.',\n 'The quick brown fox jumps over the lazy dog. Well-known words, '\n 'state-of-the-art -- truly.']",
    ],
    [
      '{{ {"k":prose*2}|pprint }}',
      "{'k': 'The quick brown fox jumps over the lazy dog. Well-known words, '\n      'state-of-the-art -- truly.The quick brown fox jumps over the lazy dog. '\n      'Well-known words, state-of-the-art -- truly.'}",
    ],
    [
      '{{ ("line\\n"*30)|pprint }}',
      "('line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n'\n 'line\\n')",
    ],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });
});
