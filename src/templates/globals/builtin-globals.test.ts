// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, TemplateRuntimeError } from '../index.js';

const context = { numbers: [3, 1, 2], ages: { bob: 2, ann: 1 } };

describe('globals', () => {
  it.each([
    ['{{ range(5)|list }}', '[0, 1, 2, 3, 4]'],
    ['{{ range(1,10,3)|list }}', '[1, 4, 7]'],
    ['{{ range(10,0,-3)|list }}', '[10, 7, 4, 1]'],
    ['{{ range(3)|length }}', '3'],
    ['{{ dict(a=1,**{"b":2}) }}', "{'a': 1, 'b': 2}"],
    ['{{ namespace({"a":1},b=2).a }}', '1'],
    ['{{ namespace(a=1).b }}', ''],
    ['{{ lipsum(1,false)|length > 20 }}', 'True'],
    ['{{ lipsum(2)|wordcount > 20 }}', 'True'],
    ['{{ lipsum() is escaped }}', 'True'],
    [
      '{% set c=cycler("odd","even") %}{% for n in numbers %}{{ c.next() }}{{ c.current }} {% endfor %}{% do c.reset() %}{{ c.current }}',
      'oddeven evenodd oddeven odd',
    ],
    ['{% set j=joiner("|") %}{% for n in numbers %}{{ j() }}{{ n }}{% endfor %}', '3|1|2'],
    ['{% set ns=namespace(t=0) %}{% for n in numbers %}{% set ns.t = ns.t + n %}{% endfor %}{{ ns.t }}', '6'],
    ['{% set ns=namespace(a=1) %}{% set ns.a, ns.b = 2, 3 %}{{ ns.a }}{{ ns.b }}', '23'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    ['{{ range(1,2,0) }}', TemplateRuntimeError, 'range() arg 3 must not be zero'] as const,
    ['{{ range("a") }}', TemplateRuntimeError, "'str' object cannot be interpreted as an integer"] as const,
    [
      '{{ range() }}',
      TemplateRuntimeError,
      "range() missing 1 required positional argument: 'start'",
    ] as const,
    [
      '{{ range(1,2,3,4) }}',
      TemplateRuntimeError,
      'range() takes 3 positional arguments but 4 were given',
    ] as const,
    ['{{ cycler() }}', TemplateRuntimeError, 'at least one item has to be provided'] as const,
    [
      '{% set ages.x = 1 %}',
      TemplateRuntimeError,
      'cannot assign attribute on non-namespace object',
    ] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});
