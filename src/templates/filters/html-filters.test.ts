// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, TemplateRuntimeError } from '../index.js';

const context = {
  numbers: [3, 1, 2],
  greeting: 'Hello wörld',
  ages: { bob: 2, ann: 1 },
  seven: 7,
  html: '<b>&"\'</b>',
};

describe('tags, attributes and addresses', () => {
  it.each([
    ['{{ html|striptags }}', '&"\''],
    ['{{ "<p>a  b</p> <!-- c --> &amp; &#65; &lt; &#x41; &nope;"|striptags }}', 'a b & A < A &nope;'],
    ['{{ "a < b"|striptags }}', 'a < b'],
    ['{{ {"class":"a b","id":1}|xmlattr }}', ' class="a b" id="1"'],
    ['{{ {"a":1}|xmlattr(false) }}', 'a="1"'],
    ['{{ {}|xmlattr }}', ''],
    ['{{ {"a":true,"b":none,"c":missing}|xmlattr }}', ' a="True"'],
    ['{{ ages|urlencode }}', 'bob=2&ann=1'],
    ['{{ greeting|urlencode }}', 'Hello%20w%C3%B6rld'],
    ['{{ "a/b c&d=é~"|urlencode }}', 'a/b%20c%26d%3D%C3%A9~'],
    ['{{ [("a",1),("b c","d/e")]|urlencode }}', 'a=1&b+c=d%2Fe'],
    ['{{ seven|urlencode }}', '7'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    ['{{ {"a b":1}|xmlattr }}', TemplateRuntimeError, "Invalid character in attribute name: 'a b'"] as const,
    ['{{ numbers|xmlattr }}', TemplateRuntimeError, "'list' object has no attribute 'items'"] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});

describe('xmlattr where output is escaped', () => {
  it.each([
    ['{{ {"a":"<","b":none}|xmlattr }}', ' a="&lt;"'],
    ['{{ {"a":"<"|safe}|xmlattr }}', ' a="<"'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source, { autoescape: true }).render(context)).toBe(output);
  });
});
