import { describe, expect, it } from 'vitest';
import { compile, UndefinedError } from './index.js';

describe('the value of a template', () => {
  it.each<[string, unknown]>([
    ['{{ n }}', 3],
    ['{{- n -}}', 3],
    ['{{ n }}\n', 3],
    ['{{ n + 0.5 }}', 3.5],
    ['{{ n / 3 }}', 1],
    ['{{ xs | select("odd") | list }}', [1, 3]],
    ['{{ xs | map("string") }}', ['1', '2', '3']],
    ['{{ range(2) }}', [0, 1]],
    ['{{ 1, "a" }}', [1, 'a']],
    ['{{ {"a": xs[0], "b": none} }}', { a: 1, b: null }],
    ['{{ row }}', { items: 'own' }],
    ['{{ n > 2 and n }}', 3],
    ['{{ not xs }}', false],
    ['{{ "<b>" | escape }}', '&lt;b&gt;'],
    ['{{ none }}', null],
    ['{{ nothing }}', undefined],
    ['{{ nothing | default(7) }}', 7],
  ])('%s is that of its expression', (source, value) => {
    const template = compile(source);
    expect(template.isExpression).toBe(true);
    expect(template.evaluate({ n: 3, xs: [1, 2, 3], row: { items: 'own' } })).toEqual(value);
  });

  it.each([
    [' {{ n }}', ' 3'],
    ['{{ n }}{{ n }}', '33'],
    ['{% if n %}{{ n }}{% endif %}', '3'],
    ['{# why #}text', 'text'],
    ['', ''],
  ])('%j is the text that it renders to, when it is more than one expression', (source, value) => {
    const template = compile(source);
    expect(template.isExpression).toBe(false);
    expect(template.evaluate({ n: 3 })).toBe(value);
  });

  it('is refused where a strict template misses one', () => {
    const template = compile('{{ user.mail }}', { undefined: 'strict', name: 'card' });
    expect(() => template.evaluate({ user: {} })).toThrow(UndefinedError);
    expect(() => template.evaluate({ user: {} })).toThrow("'dict object' has no attribute 'mail'");
    expect(catching(() => template.evaluate({ user: {} }))).toMatchObject({
      templateName: 'card',
      line: 1,
      column: 4,
    });
  });

  it('is taken within the budget', () => {
    const template = compile('{{ range(1000) | list }}', { budget: { steps: 100 } });
    expect(() => template.evaluate()).toThrow('steps');
  });

  it('never holds what the caller would share', () => {
    const xs = [1];
    const given = { row: { xs } };
    expect(compile('{{ row }}').evaluate(given)).toEqual({ xs: [1] });
    expect(compile('{{ row }}').evaluate(given)).not.toBe(given.row);
  });
});

function catching(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
