// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, TemplateRuntimeError, UndefinedError } from '../index.js';

const context = { numbers: [3, 1, 2], ages: { bob: 2, ann: 1 } };

describe('missing values, by default', () => {
  it.each([
    ['{{ missing }}', ''],
    ['{{ missing|default("d") }}', 'd'],
    ['{{ missing is defined }}', 'False'],
    ['{{ missing ~ "a" }}', 'a'],
    ['{{ missing == 1 }}', 'False'],
    ['{{ missing|list }}', '[]'],
    ['{{ missing|length }}', '0'],
    ['{{ missing|upper }}', ''],
    ['{{ not missing }}', 'True'],
    ['{{ missing or 1 }}', '1'],
    ['{{ 1 if missing else 2 }}', '2'],
    ['{{ 1 in missing }}', 'False'],
    ['{{ ages.nope }}', ''],
    ['{{ numbers[9] }}', ''],
    ['{{ [missing] }}', '[Undefined]'],
    ['{{ missing is none }}', 'False'],
    ['{{ missing is iterable }}', 'True'],
    ['{{ missing is sequence }}', 'True'],
    ['{{ "a" if missing is defined else "b" }}', 'b'],
    ['{% for n in missing %}{{ n }}{% endfor %}', ''],
    ['{% if missing %}a{% endif %}', ''],
    ['{% set y = missing %}ok', 'ok'],
    ['{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}', ''],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    ['{{ missing.y }}', UndefinedError, "'missing' is undefined"] as const,
    ['{{ missing.y.z }}', UndefinedError, "'missing' is undefined"] as const,
    ['{{ missing.y|default("d") }}', UndefinedError, "'missing' is undefined"] as const,
    ['{{ missing + 1 }}', UndefinedError, "'missing' is undefined"] as const,
    ['{{ missing() }}', UndefinedError, "'missing' is undefined"] as const,
    ['{{ ages.nope.more }}', UndefinedError, "'dict object' has no attribute 'nope'"] as const,
    [
      '{{ missing|tojson }}',
      TemplateRuntimeError,
      'Object of type Undefined is not JSON serializable',
    ] as const,
    ['{{ missing|attr("a") }}', UndefinedError, "'missing' is undefined"] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});

describe('missing values, strict', () => {
  it.each([
    ['{{ missing|default("d") }}', 'd'],
    ['{{ missing is defined }}', 'False'],
    ['{{ [missing] }}', '[Undefined]'],
    ['{{ missing is none }}', 'False'],
    ['{{ missing is sequence }}', 'False'],
    ['{{ "a" if missing is defined else "b" }}', 'b'],
    ['{% set y = missing %}ok', 'ok'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source, { undefined: 'strict' }).render(context)).toBe(output);
  });

  it.each([
    ['{{ missing }}', UndefinedError, "'missing' is undefined"] as const,
    ['{{ missing.y }}', UndefinedError, "'missing' is undefined"] as const,
    ['{{ missing.y.z }}', UndefinedError, "'missing' is undefined"] as const,
    ['{{ missing.y|default("d") }}', UndefinedError, "'missing' is undefined"] as const,
    ['{{ missing + 1 }}', UndefinedError, "'missing' is undefined"] as const,
    ['{{ missing ~ "a" }}', UndefinedError, "'missing' is undefined"] as const,
    ['{{ missing == 1 }}', UndefinedError, "'missing' is undefined"] as const,
    ['{{ missing|list }}', UndefinedError, "'missing' is undefined"] as const,
    ['{{ missing|length }}', UndefinedError, "'missing' is undefined"] as const,
    ['{{ missing|upper }}', UndefinedError, "'missing' is undefined"] as const,
    ['{{ not missing }}', UndefinedError, "'missing' is undefined"] as const,
    ['{{ missing or 1 }}', UndefinedError, "'missing' is undefined"] as const,
    ['{{ 1 if missing else 2 }}', UndefinedError, "'missing' is undefined"] as const,
    ['{{ 1 in missing }}', UndefinedError, "'missing' is undefined"] as const,
    ['{{ missing() }}', UndefinedError, "'missing' is undefined"] as const,
    ['{{ ages.nope }}', UndefinedError, "'dict object' has no attribute 'nope'"] as const,
    ['{{ ages.nope.more }}', UndefinedError, "'dict object' has no attribute 'nope'"] as const,
    ['{{ numbers[9] }}', UndefinedError, 'list object has no element 9'] as const,
    [
      '{{ missing|tojson }}',
      TemplateRuntimeError,
      'Object of type StrictUndefined is not JSON serializable',
    ] as const,
    ['{{ missing is iterable }}', UndefinedError, "'missing' is undefined"] as const,
    ['{{ missing|attr("a") }}', UndefinedError, "'missing' is undefined"] as const,
    ['{% for n in missing %}{{ n }}{% endfor %}', UndefinedError, "'missing' is undefined"] as const,
    ['{% if missing %}a{% endif %}', UndefinedError, "'missing' is undefined"] as const,
    [
      '{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}',
      UndefinedError,
      "parameter 'a' was not provided",
    ] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source, { undefined: 'strict' }).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});

describe('missing values, chainable', () => {
  it.each([
    ['{{ missing }}', ''],
    ['{{ missing.y }}', ''],
    ['{{ missing.y.z }}', ''],
    ['{{ missing|default("d") }}', 'd'],
    ['{{ missing.y|default("d") }}', 'd'],
    ['{{ missing is defined }}', 'False'],
    ['{{ missing ~ "a" }}', 'a'],
    ['{{ missing == 1 }}', 'False'],
    ['{{ missing|list }}', '[]'],
    ['{{ missing|length }}', '0'],
    ['{{ missing|upper }}', ''],
    ['{{ not missing }}', 'True'],
    ['{{ missing or 1 }}', '1'],
    ['{{ 1 if missing else 2 }}', '2'],
    ['{{ 1 in missing }}', 'False'],
    ['{{ ages.nope }}', ''],
    ['{{ ages.nope.more }}', ''],
    ['{{ numbers[9] }}', ''],
    ['{{ [missing] }}', '[Undefined]'],
    ['{{ missing is none }}', 'False'],
    ['{{ missing is iterable }}', 'True'],
    ['{{ missing is sequence }}', 'True'],
    ['{{ "a" if missing is defined else "b" }}', 'b'],
    ['{{ missing|attr("a") }}', ''],
    ['{% for n in missing %}{{ n }}{% endfor %}', ''],
    ['{% if missing %}a{% endif %}', ''],
    ['{% set y = missing %}ok', 'ok'],
    ['{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}', ''],
  ])('%j renders %j', (source, output) => {
    expect(compile(source, { undefined: 'chainable' }).render(context)).toBe(output);
  });

  it.each([
    ['{{ missing + 1 }}', UndefinedError, "'missing' is undefined"] as const,
    ['{{ missing() }}', UndefinedError, "'missing' is undefined"] as const,
    [
      '{{ missing|tojson }}',
      TemplateRuntimeError,
      'Object of type ChainableUndefined is not JSON serializable',
    ] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source, { undefined: 'chainable' }).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});
