import { describe, expect, it } from 'vitest';
import {
  bombContext,
  bombLoader,
  memoryBombs,
  nestingBombs,
  workBombs,
} from '../../test/fixtures/template-bombs.js';
import { type BudgetOptions, compile, LimitError, TemplateRuntimeError } from './index.js';

function limitOf(source: string, context: Record<string, unknown> = {}, budget: BudgetOptions = {}): string {
  try {
    compile(source, { budget, loader: bombLoader }).render(context);
  } catch (error) {
    if (error instanceof LimitError) return error.limit;
    throw error;
  }
  return 'none';
}

/** The limits that end a template alike on any machine: every one but time. */
const DECIDING = /^(steps|intermediates|inserted|output|depth)$/;

describe('a template that would use up a machine', () => {
  it.each(workBombs)('by work: %.100s', (source) => {
    expect(limitOf(source, bombContext)).toMatch(DECIDING);
  });

  it.each(memoryBombs)('by memory: %.100s', (source) => {
    expect(limitOf(source, bombContext)).toMatch(DECIDING);
  });

  it.each(nestingBombs)('by nesting: %.100s', (source) => {
    expect(limitOf(source, bombContext)).toBe('depth');
  });
});

describe('input made to be slow', () => {
  it.each([
    '{{ ("a" * 10**5)|wordwrap(3)|length }}',
    '{{ ("a-" * 10**5)|wordwrap(3)|length }}',
    '{{ (("1" * 10**6) ~ "x")|float }}',
    '{{ (("1_" * 10**5) ~ "x")|int }}',
    '{{ ("<" * 10**6)|striptags|length }}',
    '{{ ("<!--" * 10**5)|striptags|length }}',
    '{{ ("(" * 10**5)|urlize|length }}',
    '{{ ("http://a(" ~ "(" * 10**5 ~ ")" * 10**5)|urlize|length }}',
    '{{ ("a@" * 10**5)|urlize|length }}',
    '{{ ("www." * 10**5)|urlize|length }}',
    '{{ ("&" * 10**6)|striptags|length }}',
    '{{ (" " * 10**6 ~ "x")|trim|length }}',
    '{{ ("a " * 10**4)|title|length }}',
    '{{ ("a b" * 10**4)|pprint|length }}',
    '{{ ("%" * 10**5)|format|length }}',
  ])('%s ends', (source) => {
    expect(compile(source).render()).not.toBe('');
  });

  it.each([
    '{{ ("{0" ~ "[" * 10**5 ~ "}").format(1) }}',
    '{{ ("{" * 10**5 ~ "}" * 10**5 ~ "{").format(1) }}',
    '{{ ("%(" * 10**5) % {} }}',
  ])('%s is refused', (source) => {
    expect(() => compile(source).render()).toThrow(TemplateRuntimeError);
  });
});

describe('what counts', () => {
  it('is not the size of inserted values', () => {
    const value = 'x'.repeat(20_000_000);
    expect(compile('{{ value }}').render({ value })).toHaveLength(value.length);
    expect(compile('{% macro m(v) %}{{ v }}{% endmacro %}{{ m(value) }}').render({ value })).toHaveLength(
      value.length,
    );
  });

  it('is how often they are inserted', () => {
    expect(limitOf('{% for i in range(1000) %}{{ value }}{% endfor %}', { value: bombContext.big })).toBe(
      'inserted',
    );
  });

  it('is what the template writes', () => {
    expect(limitOf('{% for i in range(100) %}0123456789{% endfor %}', {}, { output: 999 })).toBe('output');
    expect(limitOf('{% for i in range(100) %}0123456789{% endfor %}', {}, { output: 1000 })).toBe('none');
  });

  it('ends alike however often it is tried', () => {
    const source = '{% for i in range(n) %}{{ i }}{% endfor %}';
    const most = Array.from({ length: 60 }, (_, n) => n).filter(
      (n) => limitOf(source, { n }, { steps: 50 }) === 'none',
    );
    const again = Array.from({ length: 60 }, (_, n) => n).filter(
      (n) => limitOf(source, { n }, { steps: 50 }) === 'none',
    );
    expect(most.length).toBeGreaterThan(5);
    expect(most.length).toBeLessThan(50);
    expect(again).toEqual(most);
  });

  it('ends at the limits of JavaScript when the budgets are raised beyond them', () => {
    const limits = { inserted: 1e12, intermediates: 1e12, steps: 1e9, depth: 1e9 };
    const value = 'x'.repeat(200_000_000);
    expect(limitOf('{{ v }}{{ v }}{{ v }}', { v: value }, limits)).toBe('output');
    expect(limitOf('{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}', {}, limits)).toBe('depth');
  });

  it('is time only when all else is left, on a machine that is too slow', () => {
    const source = '{% for i in range(5000) %}{% endfor %}';
    expect(limitOf(source, {}, { milliseconds: 0 })).toBe('milliseconds');
    expect(limitOf('{% for i in range(100) %}{% endfor %}', {}, { milliseconds: 0 })).toBe('none');
    expect(limitOf(source, {}, { milliseconds: 0, steps: 1000 })).toBe('steps');
  });

  it('starts anew with every rendering', () => {
    const template = compile('{% for i in range(20) %}{{ i }}{% endfor %}', { budget: { steps: 60 } });
    expect(template.render()).toBe(template.render());
  });
});
