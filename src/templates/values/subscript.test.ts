// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, TemplateRuntimeError, UndefinedError } from '../index.js';

const context = {
  numbers: [3, 1, 2],
  greeting: 'Hello wörld',
  ages: { bob: 2, ann: 1 },
  seven: 7,
  nothing: null,
  emoji: 'a😀b',
  deep: { a: { b: [1, { c: 'found' }] } },
};

describe('subscripts and slices', () => {
  it.each([
    ['{{ numbers.0 }}', '3'],
    ['{{ numbers[0] }}', '3'],
    ['{{ numbers[-1] }}', '2'],
    ['{{ numbers[5] }}', ''],
    ['{{ numbers["a"] }}', ''],
    ['{{ ages.ann }}', '1'],
    ['{{ ages["ann"] }}', '1'],
    ['{{ ages.nobody }}', ''],
    ['{{ ages[1] }}', ''],
    ['{{ greeting[0] }}', 'H'],
    ['{{ greeting[-1] }}', 'd'],
    ['{{ greeting[99] }}', ''],
    ['{{ deep.a.b[1].c }}', 'found'],
    ['{{ deep["a"].b.1["c"] }}', 'found'],
    ['{{ numbers[1:] }}', '[1, 2]'],
    ['{{ numbers[:1] }}', '[3]'],
    ['{{ numbers[::-1] }}', '[2, 1, 3]'],
    ['{{ numbers[::2] }}', '[3, 2]'],
    ['{{ numbers[5:] }}', '[]'],
    ['{{ numbers[1:none] }}', '[1, 2]'],
    ['{{ greeting[1:3] }}', 'el'],
    ['{{ greeting[::-1] }}', 'dlröw olleH'],
    ['{{ greeting[5:1:-1] }}', ' oll'],
    ['{{ emoji[1] }}', '😀'],
    ['{{ emoji[::-1] }}', 'b😀a'],
    ['{{ emoji[1:] }}', '😀b'],
    ['{{ (1,2,3)[1:] }}', '(2, 3)'],
    ['{{ range(10)[2:5] }}', 'range(2, 5)'],
    ['{{ range(5)[-1] }}', '4'],
    ['{{ range(5)[7] }}', ''],
    ['{{ {"a":{"b":1}}["a"]["b"] }}', '1'],
    ['{{ {(1,2):3}[1,2] }}', '3'],
    ['{{ numbers[true] }}', '1'],
    ['{{ ("<a>"|safe)[0:2] }}', '<a'],
    ['{{ {}[[1]] }}', ''],
    ['{{ none.a }}', ''],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    ['{{ numbers[::0] }}', TemplateRuntimeError, 'slice step cannot be zero'] as const,
    [
      '{{ numbers["a":] }}',
      TemplateRuntimeError,
      'slice indices must be integers or None or have an __index__ method',
    ] as const,
    ['{{ seven[1:] }}', TemplateRuntimeError, "'int' object is not subscriptable"] as const,
    ['{{ ages[1:] }}', TemplateRuntimeError, "unhashable type: 'slice'"] as const,
    ['{{ {[1]:2} }}', TemplateRuntimeError, "unhashable type: 'list'"] as const,
    ['{{ missing.a }}', UndefinedError, "'missing' is undefined"] as const,
    ['{{ missing[0] }}', UndefinedError, "'missing' is undefined"] as const,
    ['{{ ages.x.y }}', UndefinedError, "'dict object' has no attribute 'x'"] as const,
    ['{{ nothing["a"].b }}', UndefinedError, "'None' has no attribute 'a'"] as const,
    ['{{ seven.x.y }}', UndefinedError, "'int object' has no attribute 'x'"] as const,
    ['{{ numbers[9].x }}', UndefinedError, 'list object has no element 9'] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});
