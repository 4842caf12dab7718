// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, TemplateRuntimeError, UndefinedError } from '../index.js';

const context = {};

describe('adding and repeating text and sequences', () => {
  it.each([
    ['{{ "a"+"b" }}', 'ab'],
    ['{{ "a"*3 }}', 'aaa'],
    ['{{ 3*"ab" }}', 'ababab'],
    ['{{ "a"*-1 }}', ''],
    ['{{ ""*5 }}', ''],
    ['{{ [1]*3 }}', '[1, 1, 1]'],
    ['{{ (1,)*2 }}', '(1, 1)'],
    ['{{ (1,2)+(3,) }}', '(1, 2, 3)'],
    ['{{ [1]+[2] }}', '[1, 2]'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    ['{{ [1]+(2,) }}', TemplateRuntimeError, 'can only concatenate list (not "tuple") to list'] as const,
    ['{{ "a"+1 }}', TemplateRuntimeError, 'can only concatenate str (not "int") to str'] as const,
    ['{{ "a"+missing }}', UndefinedError, "'missing' is undefined"] as const,
    ['{{ [1]+1 }}', TemplateRuntimeError, 'can only concatenate list (not "int") to list'] as const,
    ['{{ "a"*"b" }}', TemplateRuntimeError, "can't multiply sequence by non-int of type 'str'"] as const,
    ['{{ "a"*1.5 }}', TemplateRuntimeError, "can't multiply sequence by non-int of type 'float'"] as const,
    ['{{ "a"*missing }}', UndefinedError, "'missing' is undefined"] as const,
    [
      '{{ none*2 }}',
      TemplateRuntimeError,
      "unsupported operand type(s) for *: 'NoneType' and 'int'",
    ] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});
