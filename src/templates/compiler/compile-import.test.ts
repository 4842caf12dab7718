// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, TemplateNotFoundError, TemplateSyntaxError, UndefinedError } from '../index.js';

const context = { numbers: [3, 1, 2], seven: 7 };

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

describe('including', () => {
  it.each([
    ['{% include "inc" %}', '[7]'],
    ['{% set a=1 %}{% include "inc" %}', '[71]'],
    ['{% for a in numbers %}{% include "inc" %}{% endfor %}', '[73][71][72]'],
    ['{% for a in numbers %}{% include "inc" without context %}{% endfor %}', '[][][]'],
    ['{% with a=9 %}{% include "inc" with context %}{% endwith %}', '[79]'],
    ['{% include ["nowhere", "inc"] %}', '[7]'],
    ['{% include "nowhere" ignore missing without context %}|', '|'],
    ['{% include ["x", "y"] ignore missing %}|', '|'],
    ['{% include "exp" %}', '(1)'],
    ['{% include "setv" %}[{{ a }}]', '[]'],
    ['{% set a=1 %}{% include "nested" %}', '[71]'],
    ['{% macro q() %}{% include "inc" %}{% endmacro %}{% set a=3 %}{{ q() }}', '[73]'],
    ['{% set a=4 %}{% block b %}{% set a=5 %}{% include "inc" %}{% endblock %}', '[75]'],
    ['{% block title %}mine{% endblock %}{% include "base" %}', 'mine<T|B7|>'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source, { loader }).render(context)).toBe(output);
  });

  it.each([
    ['{% include "nowhere" %}', TemplateNotFoundError, 'nowhere'] as const,
    ['{% include missing %}', UndefinedError, "'missing' is undefined"] as const,
    ['{% include ["x", "y"] %}', TemplateNotFoundError, "There is none of the templates 'x', 'y'."] as const,
    ['{% include [] %}', TemplateNotFoundError, 'The list of templates to choose from is empty.'] as const,
    [
      '{% for n in numbers %}{% include "looping" %}{% endfor %}',
      UndefinedError,
      "'loop' is undefined",
    ] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source, { loader }).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});

describe('importing', () => {
  it.each([
    ['{% import "mac" as k %}{{ k.m(1) }}{{ k.val }}{{ k._p }}{{ k.nope }}{{ k }}', '(1)42text'],
    ['{% import "mac" as k with context %}{{ k.m(1) }}', '(17)'],
    ['{% from "mac" import m, val as w %}{{ m(2) }}{{ w }}', '(2)42'],
    ['{% from "mac" import m with context %}{{ m(2) }}', '(27)'],
    ['{% from "mac" import m, nope %}[{{ nope }}]', '[]'],
    ['{% for n in numbers %}{% from "mac" import val %}{{ val }}{% endfor %}[{{ val }}]', '424242[]'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source, { loader }).render(context)).toBe(output);
  });

  it.each([
    [
      '{% from "mac" import nope %}{{ nope() }}',
      UndefinedError,
      "the template 'mac' (imported on line 1 in '<template>') does not export the requested name 'nope'",
    ] as const,
    ['{% import "nowhere" as k %}', TemplateNotFoundError, 'nowhere'] as const,
    ['{% import "mac" %}', TemplateSyntaxError, "expected token 'as', got 'end of statement block'"] as const,
    [
      '{% from "mac" import _p %}',
      TemplateSyntaxError,
      'names starting with an underline can not be imported',
    ] as const,
    [
      '{% from "mac" import m,%}',
      TemplateSyntaxError,
      "expected token 'name', got 'end of statement block'",
    ] as const,
    [
      '{% from "mac" import %}',
      TemplateSyntaxError,
      "expected token 'name', got 'end of statement block'",
    ] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source, { loader }).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});
