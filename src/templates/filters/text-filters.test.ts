// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, TemplateRuntimeError, UndefinedError } from '../index.js';

const context = {
  greeting: 'Hello wörld',
  ages: { bob: 2, ann: 1 },
  seven: 7,
  html: '<b>&"\'</b>',
  prose: 'The quick brown fox jumps over the lazy dog. Well-known words, state-of-the-art -- truly.',
};

describe('letter case and whitespace', () => {
  it.each([
    ['{{ greeting|upper }}', 'HELLO WÖRLD'],
    ['{{ greeting|lower }}', 'hello wörld'],
    ['{{ greeting|title }}', 'Hello Wörld'],
    ['{{ greeting|capitalize }}', 'Hello wörld'],
    ['{{ "hello-world foo(bar [baz"|title }}', 'Hello-World Foo(Bar [Baz'],
    ['{{ "they\'re"|title }}', "They're"],
    ['{{ seven|upper }}', '7'],
    ['{{ none|lower }}', 'none'],
    ['{{ missing|upper }}', ''],
    ['{{  " a "|trim }}', 'a'],
    ['{{ "xax"|trim("x") }}', 'a'],
    ['{{ seven|trim }}', '7'],
    ['{{ ("<a>"|safe)|upper is escaped }}', 'True'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    [
      '{{ greeting|upper(1) }}',
      TemplateRuntimeError,
      'upper() takes 1 positional argument but 2 were given',
    ] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});

describe('replacing', () => {
  it.each([
    ['{{ "aXbX"|replace("X","-") }}', 'a-b-'],
    ['{{ "aXbX"|replace("X","-",1) }}', 'a-bX'],
    ['{{ seven|replace(7,8) }}', '8'],
    ['{{ "abc"|replace("","-",2) }}', '-a-bc'],
    ['{{ "abc"|replace("b",none) }}', 'aNonec'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    [
      '{{ "a"|replace("b") }}',
      TemplateRuntimeError,
      "replace() missing 1 required positional argument: 'new'",
    ] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});

describe('replacing where output is escaped', () => {
  it.each([
    ['{{ html|replace("<","[") }}', '[b&gt;&amp;&#34;&#39;[/b&gt;'],
    ['{{ html|safe|replace("<","[") }}', '[b>&"\'[/b>'],
    ['{{ html|replace("<","["|safe) }}', '&lt;b&gt;&amp;&#34;&#39;&lt;/b&gt;'],
    ['{{ html|safe|replace("b","<") }}', '<&lt;>&"\'</&lt;>'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source, { autoescape: true }).render(context)).toBe(output);
  });
});

describe('default, string, format, wordcount', () => {
  it.each([
    ['{{ missing|default("d") }}', 'd'],
    ['{{ ""|default("d") }}', ''],
    ['{{ ""|default("d",true) }}', 'd'],
    ['{{ none|d("d",true) }}', 'd'],
    ['{{ missing|default }}', ''],
    ['{{ missing|default(default_value=5) }}', '5'],
    ['{{ ages.x|default("d") }}', 'd'],
    ['{{ seven|string + "a" }}', '7a'],
    ['{{ ("a"|safe)|string is escaped }}', 'True'],
    ['{{ "%s-%s"|format("a","b") }}', 'a-b'],
    ['{{ "%(a)s"|format(a=1) }}', '1'],
    ['{{ prose|wordcount }}', '17'],
    ['{{ "a-b c_d é"|wordcount }}', '4'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    ['{{ missing.x|default("d") }}', UndefinedError, "'missing' is undefined"] as const,
    [
      '{{ "%s"|format("a",b=1) }}',
      TemplateRuntimeError,
      "can't handle positional and keyword arguments at the same time",
    ] as const,
    ['{{ "%s"|format }}', TemplateRuntimeError, 'not enough arguments for format string'] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});
