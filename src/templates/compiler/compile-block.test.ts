// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import {
  compile,
  TemplateNotFoundError,
  TemplateRuntimeError,
  TemplateSyntaxError,
  UndefinedError,
} from '../index.js';

const context = { numbers: [3, 1, 2], seven: 7 };

describe('blocks', () => {
  it.each([
    ['{% block a %}1{% endblock %}{{ self.a() }}', '11'],
    ['{{ self.a() }}{% block a %}A{% block b %}B{% endblock %}{% endblock a %}', 'ABAB'],
    ['{% for n in numbers %}{% block a scoped %}{{ n }}{% endblock %}{% endfor %}', '312'],
    ['{% for n in numbers %}{% block a %}[{{ n }}]{% endblock %}{% endfor %}', '[][][]'],
    ['{% set v=1 %}{% block a %}{{ v }}{% set v=2 %}{{ v }}{% endblock %}{{ v }}', '121'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    [
      '{% block a %}{{ super() }}{% endblock %}',
      UndefinedError,
      "there is no parent block called 'a'.",
    ] as const,
    ['{{ super() }}', UndefinedError, "'super' is undefined"] as const,
    ['{{ self.x() }}', UndefinedError, "'TemplateReference object' has no attribute 'x'"] as const,
    [
      '{% block a %}{% endblock %}{% block a %}{% endblock %}',
      TemplateSyntaxError,
      "block 'a' defined twice",
    ] as const,
    ['{% block a required %}{% endblock %}', TemplateRuntimeError, "Required block 'a' not found"] as const,
    [
      '{% block a required %}x{% endblock %}',
      TemplateSyntaxError,
      'Required blocks can only contain comments or whitespace',
    ] as const,
    [
      '{% block a %}x{% endblock b %}',
      TemplateSyntaxError,
      "expected token 'end of statement block', got 'b'",
    ] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});

const templates: Record<string, string> = {
  base: '<{% block title %}T{% endblock %}|{% block body %}B{{ seven }}{% endblock %}|{{ v }}>',
  mid: '{% extends "base" %}{% block title %}M-{{ super() }}{% endblock %}',
  inc: '[{{ seven }}{{ a }}]',
  mac: '{% macro m(x) %}({{ x }}{{ seven }}){% endmacro %}{% set val=42 %}{% set _p=1 %}text',
  looping: '{{ loop.index }}',
  req: '{% block r required %}{% endblock %}',
  exp: '{% from "mac" import m %}{{ m(1) }}',
  setv: '{% set a=5 %}',
  nested: '{% include "inc" %}',
  cond: '{% if seven %}{% extends "base" %}{% else %}{% extends "mid" %}{% endif %}',
};
const loader = (name: string) => templates[name];

describe('extending', () => {
  it.each([
    ['{% extends "base" %}', '<T|B7|>'],
    ['{% extends "base" %}{% block title %}X{% endblock %}', '<X|B7|>'],
    ['{% extends "mid" %}{% block title %}X-{{ super() }}{% endblock %}', '<X-M-T|B7|>'],
    ['{% extends "mid" %}{% block title %}X-{{ super.super() }}{% endblock %}', '<X-T|B7|>'],
    [
      '{% extends "base" %}{% set v=1 %}ignored{% block body %}{{ v }}{{ self.title() }}{% endblock %}',
      '<T|1T|1>',
    ],
    ['{% extends "base" %}{{ missing.y.z }}', '<T|B7|>'],
    ['a{% extends "base" %}', 'a<T|B7|>'],
    ['{% if seven %}{% extends "base" %}{% endif %}{% block title %}C{% endblock %}', '<C|B7|>'],
    ['{% if not seven %}{% extends "base" %}{% endif %}x{% block title %}C{% endblock %}', 'xC'],
    ['{% extends "cond" %}{% block title %}Z{% endblock %}', '<Z|B7|>'],
    ['{% extends "base" %}{% block nope %}{% endblock %}', '<T|B7|>'],
    ['{% extends "base" %}{% macro z() %}Z{% endmacro %}{% block title %}{{ z() }}{% endblock %}', '<Z|B7|>'],
    ['{% extends "base" %}{% import "mac" as k %}{% block title %}{{ k.val }}{% endblock %}', '<42|B7|>'],
    ['{% extends "req" %}{% block r %}1{% endblock %}', '1'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source, { loader }).render(context)).toBe(output);
  });

  it.each([
    ['{% extends "req" %}', TemplateRuntimeError, "Required block 'r' not found"] as const,
    ['{% extends "base" %}{% extends "mid" %}', TemplateRuntimeError, 'extended multiple times'] as const,
    ['{% extends "nowhere" %}', TemplateNotFoundError, 'nowhere'] as const,
    [
      '{% for n in numbers %}{% extends "base" %}{% endfor %}',
      TemplateSyntaxError,
      'cannot use extend from a non top-level scope',
    ] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source, { loader }).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});
