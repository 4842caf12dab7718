import { describe, expect, it } from 'vitest';
import { type BudgetOptions, compile, LimitError, TemplateRuntimeError } from './index.js';

function limitOf(source: string, context: Record<string, unknown> = {}, budget: BudgetOptions = {}): string {
  try {
    compile(source, {
      budget,
      loader: (name) => (name === 'again' ? '{% include "again" %}' : undefined),
    }).render(context);
  } catch (error) {
    if (error instanceof LimitError) return error.limit;
    throw error;
  }
  return 'none';
}

const million = 'a'.repeat(1_000_000);

describe('work without end', () => {
  it.each([
    '{% for i in range(10**9) %}{% endfor %}',
    '{% for i in range(10**9) %}{{ loop.index }}{% endfor %}',
    '{% for i in range(10**5) %}{% for j in range(10**5) %}{% endfor %}{% endfor %}',
    '{{ range(10**9)|list }}',
    '{{ range(10**9)|sum }}',
    '{{ range(10**7)|sort|length }}',
    '{{ range(10**9)|map("string")|join }}',
    '{{ [1]|slice(10**9)|list }}',
    '{{ lipsum(10**6) }}',
    '{% set l = [1] %}{% for x in l %}{% do l.append(1) %}{% endfor %}',
    '{{ ("a " * 10**6)|wordwrap(1) }}',
    '{{ ("a " * 10**6).split()|length }}',
    '{% for i in range(10**5) %}{{ big|length }}{{ big.find("z") }}{% endfor %}',
    '{% for i in range(10**5) %}{% if "z" in big %}{% endif %}{% endfor %}',
    '{% for i in range(10**5) %}{% if big ~ "x" == big %}{% endif %}{% endfor %}',
  ])('%s runs out of its budget', (source) => {
    expect(limitOf(source, { big: million })).toMatch(/^(steps|intermediates)$/);
  });
});

describe('memory without end', () => {
  it.each([
    '{{ "a" * 10**9 }}',
    '{{ [1] * 10**9 }}',
    '{{ "a"|center(10**9) }}',
    '{{ "a".ljust(10**9) }}',
    '{{ "a".zfill(10**9) }}',
    '{{ "a\nb"|indent(10**9) }}',
    '{{ "%1000000000d"|format(1) }}',
    '{{ "%.1000000000f"|format(1.5) }}',
    '{{ "{:1000000000}".format(1) }}',
    '{{ [1]|batch(10**9, 0)|list }}',
    '{{ ("a" * 10**5)|replace("a", "b" * 1000) }}',
    '{{ ["x" * 1000] * 10**5 }}',
    '{{ range(10**5)|join("x" * 1000) }}',
    '{{ 9 ** (9 ** 9) }}',
    '{{ dict([range(10**9)]) }}',
    '{% set l = [] %}{% do l.extend(range(10**9)) %}',
    '{% macro m() %}{{ varargs }}{% endmacro %}{{ m(*range(10**9)) }}',
    '{{ ",".join(range(10**9)|map("string")) }}',
    '{{ namespace([range(10**9)]) }}',
    '{{ range(10**9)|list == range(10**9)|list }}',
    '{{ (range(10**9)|batch(10**9))|first|length }}',
    '{{ range(10**9)|groupby(0) }}',
    '{{ range(10**9)|unique|list }}',
    '{{ range(10**9)|max }}',
    '{{ 1.5 in range(10**9)|map("int") }}',
    '{% set ns = namespace(s="aaaaaaaaaa") %}{% for i in range(99) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}',
    '{% set ns = namespace(s=["a"]) %}{% for i in range(99) %}{% set ns.s = ns.s + ns.s %}{% endfor %}',
    '{% set ns = namespace(l=[1]) %}{% for i in range(99) %}{% set ns.l = [ns.l, ns.l] %}{% endfor %}{{ ns.l }}',
  ])('%s runs out of its budget', (source) => {
    expect(limitOf(source)).toMatch(/^(steps|intermediates)$/);
  });
});

describe('nesting without end', () => {
  it.each([
    '{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}',
    '{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}',
    '{% include "again" %}',
    '{% for i in [1] recursive %}{{ loop([1]) }}{% endfor %}',
    '{% block a %}{{ self.a() }}{% endblock %}',
    '{% set ns = namespace(l=[]) %}{% for i in range(5000) %}{% set ns.l = [ns.l] %}{% endfor %}{{ ns.l }}',
    '{% set ns = namespace(l=[]) %}{% for i in range(5000) %}{% set ns.l = [ns.l] %}{% endfor %}{{ ns.l|tojson }}',
    `{{ ${'['.repeat(5000)}${']'.repeat(5000)} }}`,
    `{{ ${'('.repeat(5000)}1${')'.repeat(5000)} }}`,
    `{{ ${'not '.repeat(5000)}1 }}`,
    `{{ ${'-'.repeat(5000)}1 }}`,
    `{{ a${'|upper'.repeat(5000)} }}`,
    `{{ a${'.b'.repeat(5000)} }}`,
    `{{ 1${'+1'.repeat(5000)} }}`,
    `{{ 1${' if 1 else 1'.repeat(5000)} }}`,
    `${'{% if 1 %}'.repeat(5000)}${'{% endif %}'.repeat(5000)}`,
  ])('%.80s is stopped', (source) => {
    expect(limitOf(source)).toBe('depth');
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
    expect(limitOf('{% for i in range(1000) %}{{ value }}{% endfor %}', { value: million })).toBe('inserted');
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
