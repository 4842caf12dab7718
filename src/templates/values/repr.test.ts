// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile } from '../index.js';

const context = {
  ages: { bob: 2, ann: 1 },
  people: [
    { name: 'Bob', age: 30, tags: ['x'] },
    { name: 'alice', age: 25, tags: [] },
    { name: 'Carl', age: 30 },
  ],
  yes: true,
};

describe('printing values', () => {
  it.each([
    ['{{ [none,true,1.0,"a",(1,),()] }}', "[None, True, 1.0, 'a', (1,), ()]"],
    ['{{ {1:2,"a":[1],none:{}} }}', "{1: 2, 'a': [1], None: {}}"],
    [
      '{{ people }}',
      "[{'name': 'Bob', 'age': 30, 'tags': ['x']}, {'name': 'alice', 'age': 25, 'tags': []}, {'name': 'Carl', 'age': 30}]",
    ],
    ['{{ ["it\'s"] }}', '["it\'s"]'],
    ["{{ ['\"', \"'\", '\"\\''] }}", "['\"', \"'\", '\"\\'']"],
    ['{{ ["\\n\\t\\r\\\\","\\x00\\x7f\\xa0é\\u200b😀"] }}', "['\\n\\t\\r\\\\', '\\x00\\x7f\\xa0é\\u200b😀']"],
    ['{{ (1,2) }}', '(1, 2)'],
    ['{{ 1,2 }}', '(1, 2)'],
    ['{{ none }}', 'None'],
    ['{{ yes }}', 'True'],
    ['{{ {"a":1,"a":2} }}', "{'a': 2}"],
    ['{{ {1:"a",1.0:"b",true:"c"} }}', "{1: 'c'}"],
    ['{{ {(1,2):3} }}', '{(1, 2): 3}'],
    ['{{ range(3) }}', 'range(0, 3)'],
    ['{{ range(1,9,2) }}', 'range(1, 9, 2)'],
    ['{{ ages.items() }}', "dict_items([('bob', 2), ('ann', 1)])"],
    ['{{ ages.keys() }}', "dict_keys(['bob', 'ann'])"],
    ['{{ ages.values() }}', 'dict_values([2, 1])'],
    ['{{ namespace(a=1) }}', "<Namespace {'a': 1}>"],
    ['{{ ["<"|safe] }}', "[Markup('<')]"],
    ['{{ [missing] }}', '[Undefined]'],
    ['{{ 10**30 }}', '1000000000000000000000000000000'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });
});
