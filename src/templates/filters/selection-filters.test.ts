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
};

describe('map, select, reject', () => {
  it.each([
    ['{{ numbers|map("string")|list }}', "['3', '1', '2']"],
    ['{{ people|map(attribute="name")|join(", ") }}', 'Bob, alice, Carl'],
    ['{{ people|map(attribute="x",default="d")|list }}', "['d', 'd', 'd']"],
    ['{{ people|map(attribute="tags.0",default="-")|list }}', "['x', '-', '-']"],
    ['{{ ["a"]|map("replace","a","b")|list }}', "['b']"],
    ['{{ numbers|map("round",1)|list }}', '[3, 1, 2]'],
    ['{{ numbers|select("odd")|list }}', '[3, 1]'],
    ['{{ numbers|reject("odd")|list }}', '[2]'],
    ['{{ [0,1,none,""]|select|list }}', '[1]'],
    ['{{ [0,1]|reject|list }}', '[0]'],
    ['{{ numbers|select(">",1)|list }}', '[3, 2]'],
    ['{{ numbers|select("divisibleby",2)|list }}', '[2]'],
    ['{{ people|selectattr("age","gt",26)|map(attribute="name")|list }}', "['Bob', 'Carl']"],
    ['{{ people|selectattr("tags")|list|length }}', '1'],
    ['{{ people|rejectattr("tags")|list|length }}', '2'],
    ['{{ people|selectattr("tags","defined")|list|length }}', '2'],
    ['{{ missing|select|list }}', '[]'],
    ['{{ missing|map("upper")|list }}', '[]'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    ['{{ numbers|map("nope")|list }}', TemplateRuntimeError, "No filter named 'nope'."] as const,
    ['{{ numbers|map|list }}', TemplateRuntimeError, 'map requires a filter argument'] as const,
    ['{{ numbers|select("nope")|list }}', TemplateRuntimeError, "No test named 'nope'."] as const,
    ['{{ people|selectattr|list }}', TemplateRuntimeError, 'Missing parameter for attribute name'] as const,
    [
      '{{ numbers|map(attribute="a",foo=1)|list }}',
      TemplateRuntimeError,
      "Unexpected keyword argument 'foo'",
    ] as const,
    [
      '{{ ["a"]|map("upper",1)|list }}',
      TemplateRuntimeError,
      'upper() takes 1 positional argument but 2 were given',
    ] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});
