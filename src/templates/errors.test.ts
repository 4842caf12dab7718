import { describe, expect, it } from 'vitest';
import { PromptRunnerError } from '../base/errors.js';
import {
  compile,
  LimitError,
  TemplateError,
  TemplateNotFoundError,
  TemplateRuntimeError,
  TemplateSyntaxError,
  UndefinedError,
} from './index.js';

function errorOf(run: () => unknown): TemplateError {
  try {
    run();
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('where an error is', () => {
  it('is told by line, column, name and an excerpt with a caret', () => {
    const error = errorOf(() =>
      compile('Dear {{ name }},\n\n  {{ 1 + total / 0 }}', { name: 'letter' }).render({ total: 3 }),
    );
    expect(error).toBeInstanceOf(TemplateRuntimeError);
    expect(error).toMatchObject({
      message: 'division by zero',
      code: 'TEMPLATE_RUNTIME',
      kind: 'failed',
      line: 3,
      column: 16,
      templateName: 'letter',
      excerpt: '3 |   {{ 1 + total / 0 }}\n  |                ^',
    });
  });

  it('is the included template when the fault is there', () => {
    const loader = () => 'first line\n{{ missing.name }}';
    const error = errorOf(() => compile('{% include "part" %}', { loader }).render());
    expect(error).toBeInstanceOf(UndefinedError);
    expect(error).toMatchObject({
      templateName: 'part',
      line: 2,
      column: 11,
      message: "'missing' is undefined",
    });
  });

  it('is cut out of a long line', () => {
    const error = errorOf(() => compile(`${'x'.repeat(500)}{{ 1/0 }}${'y'.repeat(500)}`).render());
    expect(error.column).toBe(505);
    expect(error.excerpt.length).toBeLessThan(260);
    const [line = '', caret = ''] = error.excerpt.split('\n');
    expect(line.charAt(caret.indexOf('^'))).toBe('/');
  });

  it('counts lines that end in CR or CRLF', () => {
    expect(errorOf(() => compile('a\r\nb\r{{ 1/0 }}').render()).line).toBe(3);
  });

  it.each([
    ['a\n{% if %}', 2],
    ['{{ a\n\n', 1],
    ['\n\n{% endfor %}', 3],
    ['{# a\nb #}\n{{ x. }}', 3],
    ['{{ "a\nb" }}{{ 1|nope }}', 2],
    ['{% raw %}\n\n{% endraw %}{{ * }}', 3],
    ['a\n{# never closed', 2],
    ['a\n\n{% raw %}', 3],
    ['\n{{ "open }}', 2],
  ])('%j fails to compile on line %i', (source, line) => {
    const error = errorOf(() => compile(source));
    expect(error).toBeInstanceOf(TemplateSyntaxError);
    expect(error.line).toBe(line);
  });
});

describe('the classes of errors', () => {
  it('all belong to the family of expected failures, each with a code of its own', () => {
    const failures: readonly (() => unknown)[] = [
      () => compile('{% if'),
      () => compile('{{ a.b }}').render(),
      () => compile('{{ 1/0 }}').render(),
      () => compile('{% include "x" %}').render(),
      () => compile('{{ "a" * 10**9 }}').render(),
    ];
    const errors = failures.map(errorOf);
    expect(errors.every((error) => error instanceof PromptRunnerError)).toBe(true);
    expect(errors.map(({ code }) => code)).toEqual([
      'TEMPLATE_SYNTAX',
      'TEMPLATE_UNDEFINED',
      'TEMPLATE_RUNTIME',
      'TEMPLATE_NOT_FOUND',
      'TEMPLATE_LIMIT',
    ]);
  });

  it('name the templates that were not found', () => {
    const error = errorOf(() => compile('{% include ["a", "b"] %}').render());
    expect(error).toBeInstanceOf(TemplateNotFoundError);
    expect(error).toMatchObject({ names: ['a', 'b'] });
  });

  it.each([
    ['{% if %}', '{% raw %}'],
    ['{{ nobody }}', 'default("none")'],
    ['{{ 1 / 0 }}', 'Mend the template there'],
  ])('say what to do about %s', (text, hint) => {
    const error = errorOf(() => compile(text, { undefined: 'strict' }).render());
    expect(error.remedy.hint).toContain(hint);
  });

  it('name the limit that was reached and what helps', () => {
    const error = errorOf(() => compile('{{ "a" * 10**9 }}').render());
    expect(error).toBeInstanceOf(LimitError);
    expect(error).toMatchObject({ limit: 'intermediates' });
    expect(error.remedy.hint).toContain('do less');
  });

  it('suggest the filter or test that was meant', () => {
    expect(errorOf(() => compile('{{ name|uper }}')).remedy.hint).toBe("Did you mean 'upper'?");
    expect(errorOf(() => compile('{{ name is defned }}')).remedy.hint).toBe("Did you mean 'defined'?");
    expect(errorOf(() => compile('{{ name|zzzzzz }}'))).toMatchObject({ suggestion: undefined });
  });
});
