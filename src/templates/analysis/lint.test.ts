import { describe, expect, it } from 'vitest';
import { lint } from '../index.js';

const templates: Record<string, string> = {
  base: '{% block title %}{% endblock %}',
  broken: '{% if',
  user: 'a\n{% import "nowhere" as n %}{{ n }}',
  again: '{% if more %}{% include "again" %}{% endif %}',
  middle: '{% extends "base" %}{% block title %}{% block inner %}{% endblock %}{% endblock %}',
};

function findings(source: string): string[] {
  return lint(source, { loader: (name) => templates[name] }).map(
    ({ rule, line, column }) => `${rule} ${line}:${column}`,
  );
}

describe('lint', () => {
  it.each<[string, string[]]>([
    ['{% if x %}{{ x|upper }}{% endif %}', []],
    ['a\n{% if %}', ['syntax 2:7']],
    ['{{ x|nope }}', ['syntax 1:6']],
    ['{% if x %}{{ x|uper }}{{ x is defned }}{% endif %}', ['unknown-filter 1:16', 'unknown-test 1:28']],
    ['{% set a = 1 %}{% set b = 2 %}{{ b }}', ['unused-set 1:4']],
    ['Hi {% set a %}x{% endset %}', ['unused-set 1:7']],
    ['{% set shared = 1 %}{% macro m() %}{% endmacro %}', []],
    ['{% set a = 1 %}{% include "base" %}', []],
    ['{% set ns = namespace(n=0) %}{% set ns.n = 1 %}x', []],
    ['{% set x = 1 %}{% for x in xs %}{{ x }}{% endfor %}{{ x }}', ['shadowed-name 1:19']],
    ['{% for i in xs %}{% for i in i %}{{ i }}{% endfor %}{% endfor %}', ['shadowed-name 1:21']],
    ['{% for range in xs %}{{ range }}{% endfor %}', ['shadowed-name 1:4']],
    ['{% set dict = 1 %}{{ dict }}', ['shadowed-name 1:4']],
    ['{% for i in xs %}{% break %}never{% endfor %}', ['unreachable 1:29']],
    ['{% for i in xs %}{{ i }}{% continue %} {% endfor %}', []],
    ['{% if false %}never{% endif %}', ['unreachable 1:7']],
    ['{% extends "base" %}\n{% block title %}x{% endblock %}\nlost', ['unreachable 2:33']],
    ['{% extends "base" %}{% block titel %}{% endblock %}', ['unreachable 1:24']],
    ['{% extends "middle" %}{% block inner %}{% endblock %}{% block title %}{% endblock %}', []],
    ['{% extends "nowhere" %}{% block any %}{% endblock %}', ['missing-template 1:4']],
    ['{% include "nowhere" ignore missing %}{% include name %}{% include [name, "nowhere"] %}', []],
    ['{% include ["nowhere", "base"] %}{% include "base" if x else "nowhere" %}', ['missing-template 1:37']],
    ['{% include "broken" %}{% include "broken" %}', ['syntax 1:4']],
    ['{% include "user" %}', ['missing-template 2:4']],
    ['{% include "again" %}', []],
    ['{% extends parent %}{% block any %}{% endblock %}', []],
  ])('%j gives %j', (source, expected) => {
    expect(findings(source)).toEqual(expected);
  });

  it('says what is wrong and what may be meant', () => {
    const [finding] = lint('{% if x %}{{ x|uper }}{% endif %}', { name: 'page' });
    expect(finding).toMatchObject({
      message: "There is no filter named 'uper'. Did you mean 'upper'?",
      templateName: 'page',
      severity: 'error',
      excerpt: '1 | {% if x %}{{ x|uper }}{% endif %}\n  |                ^',
    });
  });

  it('tells what keeps a template from being rendered from what is only odd', () => {
    const severities = lint('{% set a = 1 %}{{ x|nope if x }}', {}).map(({ rule, severity }) => [
      rule,
      severity,
    ]);
    expect(severities).toEqual([
      ['unused-set', 'warning'],
      ['unknown-filter', 'error'],
    ]);
  });

  it('names templates that are missing only where there is a loader', () => {
    expect(lint('{% include "nowhere" %}')).toEqual([]);
    const [finding] = lint('{% include ["x", "y"] %}', { loader: () => undefined });
    expect(finding?.message).toBe("There is none of the templates 'x', 'y'.");
  });
});
