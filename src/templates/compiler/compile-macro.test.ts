// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, TemplateRuntimeError, TemplateSyntaxError, UndefinedError } from '../index.js';

const context = { numbers: [3, 1, 2], seven: 7 };

describe('macros', () => {
  it.each([
    [
      '{% macro m(a, b=2) %}{{ a }}-{{ b }} {% endmacro %}{{ m(1) }}{{ m(1, 3) }}{{ m(b=1, a=2) }}{{ m() }}',
      '1-2 1-3 2-1 -2 ',
    ],
    ['{% macro m(a, b=a) %}{{ b }}{% endmacro %}{{ m(1) }}', '1'],
    ['{% macro m() %}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1, 2, a=3) }}', "(1, 2){'a': 3}"],
    [
      '{% macro m(a, b=1) %}{% endmacro %}{{ m.name }}{{ m.arguments }}{{ m.catch_kwargs }}{{ m.catch_varargs }}{{ m.caller }}{{ m.foo }}',
      "m('a', 'b')FalseFalseFalse",
    ],
    ['{% macro f(n) %}{{ n }}{% if n > 0 %}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(3) }}', '3210'],
    ['{% set x=1 %}{% macro m() %}{{ x }}{% endmacro %}{% set x=2 %}{{ m() }}', '2'],
    ['{% macro m() %}{% set x=5 %}{{ x }}{% endmacro %}{{ m() }}{{ x }}', '5'],
    ['{% for n in numbers %}{% macro m() %}{{ n }}{% endmacro %}{{ m() }}{% endfor %}', '312'],
    ['{% macro m(a) %}{{ a|default("d") }}{{ a is defined }}{% endmacro %}{{ m() }}', 'dFalse'],
    ['{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}B{% endmacro %}{{ a() }}', 'B'],
    ['{% macro m() %}{% endmacro %}{{ m }}', "<Macro 'm'>"],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    ['{% macro m(*args) %}{% endmacro %}', TemplateSyntaxError, "expected token 'name', got '*'"] as const,
    [
      '{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}',
      TemplateRuntimeError,
      "macro 'm' takes not more than 1 argument(s)",
    ] as const,
    [
      '{% macro m(a) %}{% endmacro %}{{ m(c=2) }}',
      TemplateRuntimeError,
      "macro 'm' takes no keyword argument 'c'",
    ] as const,
    [
      '{% macro m(a) %}{% endmacro %}{{ m(1, a=2) }}',
      TemplateRuntimeError,
      "macro 'm' takes no keyword argument 'a'",
    ] as const,
    [
      '{% macro m(a) %}{{ a.b }}{% endmacro %}{{ m() }}',
      UndefinedError,
      "parameter 'a' was not provided",
    ] as const,
    [
      '{% macro m(a=1, b) %}{% endmacro %}',
      TemplateSyntaxError,
      'non-default argument follows default argument',
    ] as const,
    [
      '{% macro m %}{% endmacro %}',
      TemplateSyntaxError,
      "expected token '(', got 'end of statement block'",
    ] as const,
    ['{{ m(1) }}', UndefinedError, "'m' is undefined"] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});

describe('call blocks', () => {
  it.each([
    ['{% macro m() %}[{{ caller() }}]{% endmacro %}{% call m() %}x{% endcall %}', '[x]'],
    ['{% macro m() %}{{ caller(1, 2) }}{% endmacro %}{% call(a, b) m() %}{{ a }}{{ b }}{% endcall %}', '12'],
    [
      '{% macro m(x) %}{{ caller(x) }}{% endmacro %}{% call(y) m(1) %}{% call(z) m(y + 1) %}{{ y }}{{ z }}{% endcall %}{% endcall %}',
      '12',
    ],
    [
      '{% macro m(caller=none) %}{{ caller() if caller else "no" }}{% endmacro %}{{ m() }}{% call m() %}y{% endcall %}',
      'noy',
    ],
    [
      '{% macro m() %}{{ caller.arguments }}{{ caller.name }}{% endmacro %}{% call(u, v=1) m() %}{% endcall %}',
      "('u', 'v')None",
    ],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    ['{% macro m() %}{{ caller() }}{% endmacro %}{{ m() }}', UndefinedError, 'No caller defined'] as const,
    [
      '{% macro m() %}x{% endmacro %}{% call m() %}y{% endcall %}',
      TemplateRuntimeError,
      "macro 'm' was invoked with two values for the special caller argument. This is most likely a bug.",
    ] as const,
    [
      '{% macro m(caller) %}{{ caller() }}{% endmacro %}',
      TemplateSyntaxError,
      'When defining macros or call blocks the special "caller" argument must be omitted or be given a default.',
    ] as const,
    ['{% call seven() %}{% endcall %}', TemplateRuntimeError, "'int' object is not callable"] as const,
    ['{% call m %}{% endcall %}', TemplateSyntaxError, 'expected call'] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});
