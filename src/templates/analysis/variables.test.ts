import { describe, expect, it } from 'vitest';
import { compile } from '../index.js';

function names(source: string, templates: Record<string, string> = {}): string[] {
  return compile(source, { loader: (name) => templates[name] }).variables.map(({ name }) => name);
}

describe('the variables of a template', () => {
  it.each<[string, string[]]>([
    ['{{ a }}{{ b.c }}{{ d["e"] }}', ['a', 'b', 'd']],
    ['{% set x = 42 %}{{ bar + x }}', ['bar']],
    ['{{ x }}{% set x = 1 %}{{ x }}', ['x']],
    ['{% if c %}{% set x = 1 %}{% endif %}{{ x }}', ['c', 'x']],
    ['{% if c %}{% set x = 1 %}{% else %}{% set x = 2 %}{% endif %}{{ x }}', ['c']],
    ['{% for i in items if i > n %}{{ i }}{{ loop.index }}{% endfor %}{{ i }}', ['items', 'n', 'i']],
    ['{% for i in xs %}{% set y = i %}{% endfor %}{{ y }}', ['xs', 'y']],
    [
      '{% macro m(a, b=c) %}{{ a }}{{ d }}{{ varargs }}{{ later }}{% endmacro %}{% set later = 1 %}',
      ['c', 'd'],
    ],
    ['{% call(x) m(y) %}{{ x }}{{ z }}{% endcall %}', ['m', 'y', 'z']],
    ['{% with a = b %}{{ a }}{% endwith %}{{ a }}', ['b', 'a']],
    ['{{ range(n)|length }}{{ dict(a=1) }}{{ self.x() }}', ['n']],
    ['{% set q %}{{ inner }}{% endset %}{{ q }}{% filter upper %}{{ f }}{% endfilter %}', ['inner', 'f']],
    ['{% set ns.a = 1 %}', ['ns']],
    [
      '{{ xs[i:j] }}{{ f(*args, **more) }}{{ a if b else c }}',
      ['xs', 'i', 'j', 'f', 'args', 'more', 'b', 'a', 'c'],
    ],
    ['{{ xs[i].name }}{{ ys[0][j[k]].z }}', ['xs', 'i', 'ys', 'j', 'k']],
    ['{% block a %}{{ x }}{{ super() }}{% endblock %}', ['x']],
    ['{% for i in xs %}{% block a %}{{ i }}{% endblock %}{% endfor %}', ['xs', 'i']],
    ['{% for i in xs %}{% block a scoped %}{{ i }}{% endblock %}{% endfor %}', ['xs']],
    ['{% import "m" as m %}{{ m.x }}{% from "m" import y %}{{ y }}', []],
    ['{% autoescape on %}{{ x }}{% endautoescape %}{% do y %}', ['on', 'x', 'y']],
  ])('%s needs %j', (source, expected) => {
    expect(names(source)).toEqual(expected);
  });

  it('include those of templates that are brought in, once', () => {
    const templates = {
      part: '{{ a }}{{ b }}{% include "part" %}',
      base: '{{ c }}{% block x %}{{ d }}{% endblock %}',
      macros: '{{ hidden }}',
    };
    expect(names('{% set a = 1 %}{% include "part" %}', templates)).toEqual(['b']);
    expect(names('{% extends "base" %}{% block x %}{{ e }}{% endblock %}', templates)).toEqual([
      'c',
      'd',
      'e',
    ]);
    expect(names('{% include "part" without context %}', templates)).toEqual([]);
    expect(names('{% import "macros" as m %}', templates)).toEqual([]);
    expect(names('{% import "macros" as m with context %}', templates)).toEqual(['hidden']);
    expect(names('{% include "nowhere" %}{% include name %}', templates)).toEqual(['name']);
  });

  it('tell where and how they are used', () => {
    const [user] = compile('{{ user.name }}\n  {{ user["mail"]|upper }}', { name: 'card' }).variables;
    expect(user).toEqual({
      name: 'user',
      hasDefault: false,
      uses: [
        { templateName: 'card', line: 1, column: 4, path: 'user.name', keys: ['name'], isOptional: false },
        { templateName: 'card', line: 2, column: 6, path: 'user.mail', keys: ['mail'], isOptional: false },
      ],
    });
  });

  it('tell which keys are computed', () => {
    const [steps] = compile('{{ steps[which]["a.b"][0].output }}').variables;
    expect(steps?.uses[0]?.keys).toEqual([null, 'a.b', '0', 'output']);
  });

  it.each<[string, boolean]>([
    ['{{ x|default("d") }}', true],
    ['{{ x|d("d")|upper }}', true],
    ['{{ x.y|default("d") }}', true],
    ['{{ x is defined }}', true],
    ['{% if x is defined %}{{ x }}{% endif %}', true],
    ['{% if x %}{{ x }}{% endif %}', true],
    ['{% if x and y %}{{ x }}{% endif %}', true],
    ['{% if not x %}a{% endif %}', true],
    ['{% if x or y %}{{ x }}{% endif %}', false],
    ['{% if x == 1 %}a{% endif %}', false],
    ['{{ x|default("d") }}{{ x }}', false],
    ['{{ x|upper }}', false],
    ['{{ y|default(x) }}', false],
  ])('%s: x has a default is %s', (source, expected) => {
    expect(compile(source).variables.find(({ name }) => name === 'x')?.hasDefault).toBe(expected);
  });
});
