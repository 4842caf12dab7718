// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, TemplateRuntimeError } from '../index.js';

const context = { ages: { bob: 2, ann: 1 } };

describe('dicts', () => {
  it.each([
    [
      '{% set d={} %}{% do d.update({"a":1}) %}{% do d.update(b=2) %}{% do d.update([("c",3)]) %}{{ d }}{{ d.setdefault("a",9) }}{{ d.setdefault("z",9) }}{{ d.pop("a") }}{{ d.pop("q",0) }}{{ d.popitem() }}{{ d }}{{ d.copy() }}{% do d.clear() %}{{ d }}',
      "{'a': 1, 'b': 2, 'c': 3}1910('z', 9){'b': 2, 'c': 3}{'b': 2, 'c': 3}{}",
    ],
    ['{{ ages.get("ann") }}', '1'],
    ['{{ ages.get("x") }}', 'None'],
    ['{{ ages.get("x",5) }}', '5'],
    ['{{ ages.items()|list }}', "[('bob', 2), ('ann', 1)]"],
    ['{{ ages.items()|length }}', '2'],
    ['{{ ages.keys()|list|sort }}', "['ann', 'bob']"],
    ['{{ ages.values()|sum }}', '3'],
    ['{{ dict(a=1,b=2) }}', "{'a': 1, 'b': 2}"],
    ['{{ dict({"a":1},b=2) }}', "{'a': 1, 'b': 2}"],
    ['{{ dict([("a",1)]) }}', "{'a': 1}"],
    ['{{ {"items":1}.items()|list }}', "[('items', 1)]"],
    ['{{ {"items":1}["items"] }}', '1'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    ['{{ {"a":1}.pop("b") }}', TemplateRuntimeError, "'b'"] as const,
    ['{{ {}.popitem() }}', TemplateRuntimeError, 'popitem(): dictionary is empty'] as const,
    ['{{ dict([1]) }}', TemplateRuntimeError, "'int' object is not iterable"] as const,
    [
      '{{ dict([(1,2,3)]) }}',
      TemplateRuntimeError,
      'dictionary update sequence element #0 has length 3; 2 is required',
    ] as const,
    ['{{ dict(1) }}', TemplateRuntimeError, "'int' object is not iterable"] as const,
    ['{{ {}.update(5) }}', TemplateRuntimeError, "'int' object is not iterable"] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});
