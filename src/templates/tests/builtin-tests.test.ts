// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, TemplateRuntimeError, TemplateSyntaxError } from '../index.js';

const context = { numbers: [3, 1, 2], seven: 7 };

describe('kinds of values', () => {
  it.each([
    [
      '{{ (1 is defined) ~ " " ~ (1.0 is defined) ~ " " ~ (true is defined) ~ " " ~ (none is defined) ~ " " ~ ("a" is defined) ~ " " ~ ([] is defined) ~ " " ~ ({} is defined) ~ " " ~ ((1,) is defined) ~ " " ~ (missing is defined) ~ " " ~ (range(2) is defined) ~ " " ~ (numbers|map("string") is defined) ~ " " ~ ("a"|safe is defined) ~ " " ~ (10**30 is defined) }}',
      'True True True True True True True True False True True True 10',
    ],
    [
      '{{ (1 is undefined) ~ " " ~ (1.0 is undefined) ~ " " ~ (true is undefined) ~ " " ~ (none is undefined) ~ " " ~ ("a" is undefined) ~ " " ~ ([] is undefined) ~ " " ~ ({} is undefined) ~ " " ~ ((1,) is undefined) ~ " " ~ (missing is undefined) ~ " " ~ (range(2) is undefined) ~ " " ~ (numbers|map("string") is undefined) ~ " " ~ ("a"|safe is undefined) ~ " " ~ (10**30 is undefined) }}',
      'False False False False False False False False True False False False 1',
    ],
    [
      '{{ (1 is none) ~ " " ~ (1.0 is none) ~ " " ~ (true is none) ~ " " ~ (none is none) ~ " " ~ ("a" is none) ~ " " ~ ([] is none) ~ " " ~ ({} is none) ~ " " ~ ((1,) is none) ~ " " ~ (missing is none) ~ " " ~ (range(2) is none) ~ " " ~ (numbers|map("string") is none) ~ " " ~ ("a"|safe is none) ~ " " ~ (10**30 is none) }}',
      'False False False True False False False False False False False False 1',
    ],
    [
      '{{ (1 is boolean) ~ " " ~ (1.0 is boolean) ~ " " ~ (true is boolean) ~ " " ~ (none is boolean) ~ " " ~ ("a" is boolean) ~ " " ~ ([] is boolean) ~ " " ~ ({} is boolean) ~ " " ~ ((1,) is boolean) ~ " " ~ (missing is boolean) ~ " " ~ (range(2) is boolean) ~ " " ~ (numbers|map("string") is boolean) ~ " " ~ ("a"|safe is boolean) ~ " " ~ (10**30 is boolean) }}',
      'False False True False False False False False False False False False 1',
    ],
    [
      '{{ (1 is integer) ~ " " ~ (1.0 is integer) ~ " " ~ (true is integer) ~ " " ~ (none is integer) ~ " " ~ ("a" is integer) ~ " " ~ ([] is integer) ~ " " ~ ({} is integer) ~ " " ~ ((1,) is integer) ~ " " ~ (missing is integer) ~ " " ~ (range(2) is integer) ~ " " ~ (numbers|map("string") is integer) ~ " " ~ ("a"|safe is integer) ~ " " ~ (10**30 is integer) }}',
      'True False False False False False False False False False False False 10',
    ],
    [
      '{{ (1 is float) ~ " " ~ (1.0 is float) ~ " " ~ (true is float) ~ " " ~ (none is float) ~ " " ~ ("a" is float) ~ " " ~ ([] is float) ~ " " ~ ({} is float) ~ " " ~ ((1,) is float) ~ " " ~ (missing is float) ~ " " ~ (range(2) is float) ~ " " ~ (numbers|map("string") is float) ~ " " ~ ("a"|safe is float) ~ " " ~ (10**30 is float) }}',
      'False True False False False False False False False False False False 1',
    ],
    [
      '{{ (1 is number) ~ " " ~ (1.0 is number) ~ " " ~ (true is number) ~ " " ~ (none is number) ~ " " ~ ("a" is number) ~ " " ~ ([] is number) ~ " " ~ ({} is number) ~ " " ~ ((1,) is number) ~ " " ~ (missing is number) ~ " " ~ (range(2) is number) ~ " " ~ (numbers|map("string") is number) ~ " " ~ ("a"|safe is number) ~ " " ~ (10**30 is number) }}',
      'True True True False False False False False False False False False 10',
    ],
    [
      '{{ (1 is string) ~ " " ~ (1.0 is string) ~ " " ~ (true is string) ~ " " ~ (none is string) ~ " " ~ ("a" is string) ~ " " ~ ([] is string) ~ " " ~ ({} is string) ~ " " ~ ((1,) is string) ~ " " ~ (missing is string) ~ " " ~ (range(2) is string) ~ " " ~ (numbers|map("string") is string) ~ " " ~ ("a"|safe is string) ~ " " ~ (10**30 is string) }}',
      'False False False False True False False False False False False True 1',
    ],
    [
      '{{ (1 is mapping) ~ " " ~ (1.0 is mapping) ~ " " ~ (true is mapping) ~ " " ~ (none is mapping) ~ " " ~ ("a" is mapping) ~ " " ~ ([] is mapping) ~ " " ~ ({} is mapping) ~ " " ~ ((1,) is mapping) ~ " " ~ (missing is mapping) ~ " " ~ (range(2) is mapping) ~ " " ~ (numbers|map("string") is mapping) ~ " " ~ ("a"|safe is mapping) ~ " " ~ (10**30 is mapping) }}',
      'False False False False False False True False False False False False 1',
    ],
    [
      '{{ (1 is sequence) ~ " " ~ (1.0 is sequence) ~ " " ~ (true is sequence) ~ " " ~ (none is sequence) ~ " " ~ ("a" is sequence) ~ " " ~ ([] is sequence) ~ " " ~ ({} is sequence) ~ " " ~ ((1,) is sequence) ~ " " ~ (missing is sequence) ~ " " ~ (range(2) is sequence) ~ " " ~ (numbers|map("string") is sequence) ~ " " ~ ("a"|safe is sequence) ~ " " ~ (10**30 is sequence) }}',
      'False False False False True True True True True True False True 1',
    ],
    [
      '{{ (1 is iterable) ~ " " ~ (1.0 is iterable) ~ " " ~ (true is iterable) ~ " " ~ (none is iterable) ~ " " ~ ("a" is iterable) ~ " " ~ ([] is iterable) ~ " " ~ ({} is iterable) ~ " " ~ ((1,) is iterable) ~ " " ~ (missing is iterable) ~ " " ~ (range(2) is iterable) ~ " " ~ (numbers|map("string") is iterable) ~ " " ~ ("a"|safe is iterable) ~ " " ~ (10**30 is iterable) }}',
      'False False False False True True True True True True True True 1',
    ],
    [
      '{{ (1 is callable) ~ " " ~ (1.0 is callable) ~ " " ~ (true is callable) ~ " " ~ (none is callable) ~ " " ~ ("a" is callable) ~ " " ~ ([] is callable) ~ " " ~ ({} is callable) ~ " " ~ ((1,) is callable) ~ " " ~ (missing is callable) ~ " " ~ (range(2) is callable) ~ " " ~ (numbers|map("string") is callable) ~ " " ~ ("a"|safe is callable) ~ " " ~ (10**30 is callable) }}',
      'False False False False False False False False True False False False 1',
    ],
    [
      '{{ (1 is true) ~ " " ~ (1.0 is true) ~ " " ~ (true is true) ~ " " ~ (none is true) ~ " " ~ ("a" is true) ~ " " ~ ([] is true) ~ " " ~ ({} is true) ~ " " ~ ((1,) is true) ~ " " ~ (missing is true) ~ " " ~ (range(2) is true) ~ " " ~ (numbers|map("string") is true) ~ " " ~ ("a"|safe is true) ~ " " ~ (10**30 is true) }}',
      'False False True False False False False False False False False False 1',
    ],
    [
      '{{ (1 is false) ~ " " ~ (1.0 is false) ~ " " ~ (true is false) ~ " " ~ (none is false) ~ " " ~ ("a" is false) ~ " " ~ ([] is false) ~ " " ~ ({} is false) ~ " " ~ ((1,) is false) ~ " " ~ (missing is false) ~ " " ~ (range(2) is false) ~ " " ~ (numbers|map("string") is false) ~ " " ~ ("a"|safe is false) ~ " " ~ (10**30 is false) }}',
      'False False False False False False False False False False False False 1',
    ],
    [
      '{{ (1 is escaped) ~ " " ~ (1.0 is escaped) ~ " " ~ (true is escaped) ~ " " ~ (none is escaped) ~ " " ~ ("a" is escaped) ~ " " ~ ([] is escaped) ~ " " ~ ({} is escaped) ~ " " ~ ((1,) is escaped) ~ " " ~ (missing is escaped) ~ " " ~ (range(2) is escaped) ~ " " ~ (numbers|map("string") is escaped) ~ " " ~ ("a"|safe is escaped) ~ " " ~ (10**30 is escaped) }}',
      'False False False False False False False False False False False True 1',
    ],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });
});

describe('questions of value', () => {
  it.each([
    ['{{ "a" is lower }}', 'True'],
    ['{{ "A" is upper }}', 'True'],
    ['{{ 1 is lower }}', 'False'],
    ['{{ 1 is odd }}', 'True'],
    ['{{ 2 is even }}', 'True'],
    ['{{ 4 is divisibleby 2 }}', 'True'],
    ['{{ 4 is divisibleby(3) }}', 'False'],
    ['{{ 1 is eq 1 }}', 'True'],
    ['{{ 1 is equalto 1.0 }}', 'True'],
    ['{{ 1 is ne 2 }}', 'True'],
    ['{{ 1 is lt 2 }}', 'True'],
    ['{{ 2 is gt 1 }}', 'True'],
    ['{{ 1 is le 1 }}', 'True'],
    ['{{ 1 is ge 1 }}', 'True'],
    ['{{ 1 is lessthan 2 }}', 'True'],
    ['{{ 2 is greaterthan 1 }}', 'True'],
    ['{{ none is sameas none }}', 'True'],
    ['{{ 1 is sameas true }}', 'False'],
    ['{{ 1 is in [1] }}', 'True'],
    ['{{ "a" is in "abc" }}', 'True'],
    ['{{ 1 is not in [2] }}', 'True'],
    ['{{ "upper" is filter }}', 'True'],
    ['{{ "nope" is filter }}', 'False'],
    ['{{ "odd" is test }}', 'True'],
    ['{{ "nope" is test }}', 'False'],
    ['{{ missing is defined and missing.x }}', 'False'],
    ['{{ not missing is defined }}', 'True'],
    ['{{ 1 is divisibleby seven }}', 'False'],
    ['{{ 1 + 1 is eq 2 }}', '1'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    ['{{ 1 is odd is even }}', TemplateSyntaxError, 'You cannot chain multiple tests with is'] as const,
    ['{{ 1 is == 1 }}', TemplateSyntaxError, "expected token 'name', got '=='"] as const,
    ['{{ 1 is nope }}', TemplateSyntaxError, "No test named 'nope'."] as const,
    ['{{ 4 is divisibleby 0 }}', TemplateRuntimeError, 'integer modulo by zero'] as const,
    [
      '{{ "a" is odd }}',
      TemplateRuntimeError,
      'not all arguments converted during string formatting',
    ] as const,
    ['{{ 1 is eq }}', TemplateRuntimeError, "eq() missing 1 required positional argument: 'other'"] as const,
    [
      '{{ 1 is eq(1,2) }}',
      TemplateRuntimeError,
      'eq() takes 2 positional arguments but 3 were given',
    ] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});
