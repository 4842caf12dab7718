// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, TemplateRuntimeError, UndefinedError } from '../index.js';

const context = { seven: 7 };

describe('arithmetic', () => {
  it.each([
    ['{{ 1+1 }}', '2'],
    ['{{ 7/2 }}', '3.5'],
    ['{{ 7//2 }}', '3'],
    ['{{ -7//2 }}', '-4'],
    ['{{ 7%3 }}', '1'],
    ['{{ -7%3 }}', '2'],
    ['{{ 7%-3 }}', '-2'],
    ['{{ 2**10 }}', '1024'],
    ['{{ 2**-1 }}', '0.5'],
    ['{{ 2**0.5 }}', '1.4142135623730951'],
    ['{{ 2**100 }}', '1267650600228229401496703205376'],
    ['{{ 10**30//7 }}', '142857142857142857142857142857'],
    ['{{ -10**30//7 }}', '142857142857142857142857142857'],
    ['{{ 10**30%7 }}', '1'],
    ['{{ 10**20/3 }}', '3.333333333333333e+19'],
    ['{{ 0.1+0.2 }}', '0.30000000000000004'],
    ['{{ 1/3 }}', '0.3333333333333333'],
    ['{{ 3*1.0 }}', '3.0'],
    ['{{ 7.5//2 }}', '3.0'],
    ['{{ -7.5//2 }}', '-4.0'],
    ['{{ -7.5%2 }}', '0.5'],
    ['{{ 7.5%-2 }}', '-0.5'],
    ['{{ 0**0 }}', '1'],
    ['{{ True+1 }}', '2'],
    ['{{ -True }}', '-1'],
    ['{{ 2**3**2 }}', '64'],
    ['{{ -2**2 }}', '4'],
    ['{{ 9007199254740993 }}', '9007199254740993'],
    ['{{ 9007199254740992+1 }}', '9007199254740993'],
    ['{{ 2**53+1 }}', '9007199254740993'],
    ['{{ (2**53+1)*1.0 }}', '9007199254740992.0'],
    ['{{ 1e308*10 }}', 'inf'],
    ['{{ (1e308*10)-(1e308*10) }}', 'nan'],
    ['{{ -5 // 0.3 }}', '-17.0'],
    ['{{ 5 - 2 }}', '3'],
    ['{{ 5 - 2.0 }}', '3.0'],
    ['{{ 1.5 - 10**20 }}', '-1e+20'],
    ['{{ 7 * 10**20 }}', '700000000000000000000'],
    ['{{ -0.0 }}', '-0.0'],
    ['{{ 0 * -1 }}', '0'],
    ['{{ +seven }}', '7'],
    ['{{ -(10**20) }}', '-100000000000000000000'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    ['{{ 1//0 }}', TemplateRuntimeError, 'integer division or modulo by zero'] as const,
    ['{{ 1%0 }}', TemplateRuntimeError, 'integer modulo by zero'] as const,
    ['{{ 1/0 }}', TemplateRuntimeError, 'division by zero'] as const,
    ['{{ 1.0/0 }}', TemplateRuntimeError, 'float division by zero'] as const,
    ['{{ 1.0//0 }}', TemplateRuntimeError, 'float floor division by zero'] as const,
    ['{{ 1.0%0 }}', TemplateRuntimeError, 'float modulo'] as const,
    ['{{ 0**-1 }}', TemplateRuntimeError, '0.0 cannot be raised to a negative power'] as const,
    ['{{ 2.0**2000 }}', TemplateRuntimeError, 'Numerical result out of range'] as const,
    ['{{ 10**400*1.0 }}', TemplateRuntimeError, 'int too large to convert to float'] as const,
    ['{{ 1-"a" }}', TemplateRuntimeError, "unsupported operand type(s) for -: 'int' and 'str'"] as const,
    ['{{ "a"-1 }}', TemplateRuntimeError, "unsupported operand type(s) for -: 'str' and 'int'"] as const,
    ['{{ "a"/2 }}', TemplateRuntimeError, "unsupported operand type(s) for /: 'str' and 'int'"] as const,
    [
      '{{ none+1 }}',
      TemplateRuntimeError,
      "unsupported operand type(s) for +: 'NoneType' and 'int'",
    ] as const,
    ['{{ [1]-1 }}', TemplateRuntimeError, "unsupported operand type(s) for -: 'list' and 'int'"] as const,
    ['{{ -"a" }}', TemplateRuntimeError, "bad operand type for unary -: 'str'"] as const,
    ['{{ +none }}', TemplateRuntimeError, "bad operand type for unary +: 'NoneType'"] as const,
    ['{{ 1+"a" }}', TemplateRuntimeError, "unsupported operand type(s) for +: 'int' and 'str'"] as const,
    ['{{ missing+1 }}', UndefinedError, "'missing' is undefined"] as const,
    ['{{ 1+missing }}', UndefinedError, "'missing' is undefined"] as const,
    ['{{ -missing }}', UndefinedError, "'missing' is undefined"] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});
