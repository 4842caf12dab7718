// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, TemplateSyntaxError } from '../index.js';

const context = { numbers: [3, 1, 2], seven: 7 };

describe('expressions', () => {
  it.each([
    ['{{ 1, 2 }}', '(1, 2)'],
    ['{{ (1,) }}', '(1,)'],
    ['{{ () }}', '()'],
    ['{{ [1,2,] }}', '[1, 2]'],
    ['{{ {"a":1,} }}', "{'a': 1}"],
    ['{{ not 1 }}', 'False'],
    ['{{ not not 0 }}', 'False'],
    ['{{ -5|abs }}', '5'],
    ['{{ 2 if 1 else missing.y }}', '2'],
    ['{{ 1 < 2 == true }}', 'False'],
    ['{{ seven|string|length }}', '1'],
    ['{{ "a" ~ 1 ~ none }}', 'a1None'],
    ['{{ [1,2][0] }}', '1'],
    ['{{ numbers[0]|string + "a" }}', '3a'],
    ['{{ (seven|string).upper() }}', '7'],
    ['{{ dict(*[{"a":1}],b=2) }}', "{'a': 1, 'b': 2}"],
    ['{{ range(*[1,3])|list }}', '[1, 2]'],
    ['{{ seven is not none and seven in numbers or true }}', 'True'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    [
      '{{ 1 is number if true else 2 }}',
      TemplateSyntaxError,
      "expected token 'end of print statement', got 'true'",
    ] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});

describe('syntax errors', () => {
  it.each([
    ['{{ }}', TemplateSyntaxError, "Expected an expression, got 'end of print statement'"] as const,
    ['{{ a b }}', TemplateSyntaxError, "expected token 'end of print statement', got 'b'"] as const,
    ['{{ a | }}', TemplateSyntaxError, "expected token 'name', got 'end of print statement'"] as const,
    ['{{ a. }}', TemplateSyntaxError, 'expected name or number'] as const,
    ['{{ a[ }}', TemplateSyntaxError, "unexpected '}', expected ']'"] as const,
    ['{{ a is }}', TemplateSyntaxError, "expected token 'name', got 'end of print statement'"] as const,
    ['{{ if a }}', TemplateSyntaxError, "expected token 'end of print statement', got 'a'"] as const,
    ['{{ not }}', TemplateSyntaxError, "unexpected 'end of print statement'"] as const,
    ['{{ * }}', TemplateSyntaxError, "unexpected '*'"] as const,
    ['{{ [,] }}', TemplateSyntaxError, "unexpected ','"] as const,
    ['{{ {"a"} }}', TemplateSyntaxError, "expected token ':', got '}'"] as const,
    ['{{ foo(a=1, b) }}', TemplateSyntaxError, 'invalid syntax for function call expression'] as const,
    ['{{ foo(*a, b) }}', TemplateSyntaxError, 'invalid syntax for function call expression'] as const,
    ['{% %}', TemplateSyntaxError, 'tag name expected'] as const,
    ['{% unknown %}', TemplateSyntaxError, "Encountered unknown tag 'unknown'."] as const,
    ['{% endif %}', TemplateSyntaxError, "Encountered unknown tag 'endif'."] as const,
    ['{% else %}', TemplateSyntaxError, "Encountered unknown tag 'else'."] as const,
    ['{% for %}', TemplateSyntaxError, "Expected an expression, got 'end of statement block'"] as const,
    ['{{ a', TemplateSyntaxError, "unexpected end of template, expected 'end of print statement'."] as const,
    ['{% if', TemplateSyntaxError, "unexpected 'end of template'"] as const,
    [
      '{% block a-b %}{% endblock %}',
      TemplateSyntaxError,
      'Block names must be identifiers and may not contain hyphens; use an underscore instead.',
    ] as const,
    [
      '{% block %}{% endblock %}',
      TemplateSyntaxError,
      "expected token 'name', got 'end of statement block'",
    ] as const,
    ['{{ a|nope }}', TemplateSyntaxError, "No filter named 'nope'."] as const,
    ['{{ a is nope }}', TemplateSyntaxError, "No test named 'nope'."] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});
