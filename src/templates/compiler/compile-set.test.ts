// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, TemplateRuntimeError, TemplateSyntaxError } from '../index.js';

const context = { numbers: [3, 1, 2], seven: 7 };

describe('set and with', () => {
  it.each([
    ['{% set a, b = 1, 2 %}{{ a }}{{ b }}', '12'],
    ['{% set (a, b) = (1, 2) %}{{ a }}{{ b }}', '12'],
    ['{% set q %}a{{ seven }}{% endset %}{{ q }}|{{ q|length }}', 'a7|2'],
    ['{% set q | upper | replace("A", "x") %}abc{% endset %}{{ q }}', 'xBC'],
    ['{% with a=1, b=2 %}{{ a }}{{ b }}{% endwith %}{{ a }}', '12'],
    ['{% with a=1, b=a %}[{{ b }}]{% endwith %}', '[]'],
    ['{% with a, b = (1, 2) %}{{ a }}{{ b }}{% endwith %}', '12'],
    ['{% with %}{% set a=1 %}{{ a }}{% endwith %}{{ a }}', '1'],
    ['{% if true %}{% set q=1 %}{% endif %}{{ q }}', '1'],
    ['{% if false %}{% set seven=1 %}{% endif %}{{ seven }}', '7'],
    ['{{ a }}{% set a=1 %}{{ a }}', '1'],
    ['{% filter upper|replace("A", "b") %}aa{{ seven }}{% endfilter %}', 'bb7'],
    ['{% filter indent(2) %}a\nb{% endfilter %}', 'a\n  b'],
    ['{% do numbers %}a', 'a'],
    ['{% print 1, 2 %}', '12'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    ['{% set a, b = 1 %}', TemplateRuntimeError, 'cannot unpack non-iterable int object'] as const,
    ['{% set a, b = 1, 2, 3 %}', TemplateRuntimeError, 'too many values to unpack (expected 2)'] as const,
    [
      '{% set a %}',
      TemplateSyntaxError,
      "Unexpected end of template. Jinja was looking for the following tags: 'endset'. The innermost block that needs to be closed is 'set'.",
    ] as const,
    ['{% set a = %}', TemplateSyntaxError, "Expected an expression, got 'end of statement block'"] as const,
    ['{% set 1 = 2 %}', TemplateSyntaxError, "can't assign to 'const'"] as const,
    ['{% set true = 1 %}', TemplateSyntaxError, "can't assign to 'const'"] as const,
    ['{% set a.b = 1 %}', TemplateRuntimeError, 'cannot assign attribute on non-namespace object'] as const,
    ['{% filter nope %}{% endfilter %}', TemplateSyntaxError, "No filter named 'nope'."] as const,
    [
      '{% with a %}{% endwith %}',
      TemplateSyntaxError,
      "expected token '=', got 'end of statement block'",
    ] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});
