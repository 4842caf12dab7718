import { describe, expect, it } from 'vitest';
import { compile } from './index.js';

describe('compile', () => {
  it('renders any number of times', () => {
    const greeting = compile('Hello {{ name }}{% if excited %}!{% endif %}');
    expect(greeting.render({ name: 'Ada', excited: true })).toBe('Hello Ada!');
    expect(greeting.render({ name: 'Bob' })).toBe('Hello Bob');
    expect(greeting.render()).toBe('Hello ');
  });

  it('treats keys whose value is undefined as not there', () => {
    expect(
      compile('{{ a is defined }}{{ b.c is defined }}').render({ a: undefined, b: { c: undefined } }),
    ).toBe('FalseFalse');
  });

  it('takes dicts without a prototype, maps, bigints and frozen data', () => {
    const row: Record<string, unknown> = Object.assign(Object.create(null), { id: 7 });
    const context = {
      row,
      map: new Map<unknown, unknown>([
        [1, 'one'],
        ['two', 2],
      ]),
      big: 2n ** 70n,
      list: Object.freeze([1]),
    };
    expect(compile('{{ row.id }}{{ row }}').render(context)).toBe("7{'id': 7}");
    expect(compile('{{ map[1] }}{{ map.two }}{{ map }}').render(context)).toBe("one2{1: 'one', 'two': 2}");
    expect(compile('{{ big + 1 }}{{ list + [2] }}').render(context)).toBe('1180591620717411303425[1, 2]');
  });

  it('shows dates in UTC', () => {
    const context = { at: new Date(Date.UTC(2026, 10, 20, 9, 30)), never: new Date(Number.NaN) };
    expect(compile('{{ at }}|{{ [at] }}|{{ at|tojson }}|{{ never }}').render(context)).toBe(
      '2026-11-20T09:30:00.000Z|[2026-11-20T09:30:00.000Z]|"2026-11-20T09:30:00.000Z"|Invalid Date',
    );
    expect(compile('{{ at.getTime }}{{ at.constructor }}').render(context)).toBe('');
  });

  it('keeps the order of keys', () => {
    expect(compile('{% for k in d %}{{ k }}{% endfor %}').render({ d: { z: 1, a: 2, m: 3 } })).toBe('zam');
  });

  it('lists the templates it brings in by name', () => {
    const template = compile(
      '{% extends "base" %}{% block a %}{% include ["x", "y"] %}{% include name %}{% import "x" as x %}{% endblock %}',
    );
    expect(template.references).toEqual(['base', 'x', 'y']);
  });
});

describe('what the caller registers', () => {
  it('are filters, which get plain values and named arguments last', () => {
    const seen: unknown[][] = [];
    const note = (...values: unknown[]) => {
      seen.push(values);
      return values.length;
    };
    const template = compile('{{ {"a": (1, 2.0)}|note("x", depth=3) }}', { filters: { note } });
    expect(template.render()).toBe('3');
    expect(JSON.parse(JSON.stringify(seen))).toEqual([[{ a: [1, 2] }, 'x', { depth: 3 }]]);
  });

  it('are tests and globals', () => {
    const options = {
      tests: { short: (value: string) => value.length < 3 },
      globals: { version: '1.2', shout: (text: string) => text.toUpperCase() },
    };
    expect(compile('{{ "ab" is short }}{{ version }}{{ shout("x") }}', options).render()).toBe('True1.2X');
    expect(compile('{{ ["ab", "abc"]|select("short")|list }}', options).render()).toBe("['ab']");
  });

  it('replaces what is built in', () => {
    expect(compile('{{ "a"|upper }}', { filters: { upper: () => 'mine' } }).render()).toBe('mine');
    expect(compile('{{ "a"|upper }}').render()).toBe('A');
  });

  it('may fail with its own errors, which pass through', () => {
    const broken = () => {
      throw new TypeError('from the filter');
    };
    expect(() => compile('{{ 1|broken }}', { filters: { broken } }).render()).toThrow(
      new TypeError('from the filter'),
    );
  });

  it('hides context values behind nothing: the context comes first', () => {
    expect(compile('{{ range }}').render({ range: 'mine' })).toBe('mine');
  });
});

describe('a loader', () => {
  it('is asked once for each use, and its texts are compiled once', () => {
    const asked: string[] = [];
    const loader = (name: string) => {
      asked.push(name);
      return 'x';
    };
    expect(compile('{% for i in range(3) %}{% include "p" %}{% endfor %}', { loader }).render()).toBe('xxx');
    expect(asked).toEqual(['p', 'p', 'p']);
  });

  it('may change its mind between renderings', () => {
    let text = 'old';
    const template = compile('{% include "p" %}', { loader: () => text });
    expect(template.render()).toBe('old');
    text = 'new';
    expect(template.render()).toBe('new');
  });
});
