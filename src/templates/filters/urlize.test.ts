// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, TemplateRuntimeError } from '../index.js';

const context = { html: '<b>&"\'</b>' };

describe('urlize', () => {
  it.each([
    [
      '{{ "see http://example.com."|urlize }}',
      'see <a href="http://example.com" rel="noopener">http://example.com</a>.',
    ],
    [
      '{{ "(http://example.com)"|urlize }}',
      '(<a href="http://example.com" rel="noopener">http://example.com</a>)',
    ],
    [
      '{{ "http://example.com/a_(b)"|urlize }}',
      '<a href="http://example.com/a_(b)" rel="noopener">http://example.com/a_(b)</a>',
    ],
    ['{{ "foo@bar.com"|urlize }}', '<a href="mailto:foo@bar.com">foo@bar.com</a>'],
    ['{{ "mailto:foo@bar.com"|urlize }}', '<a href="mailto:foo@bar.com">foo@bar.com</a>'],
    [
      '{{ "www.example.com"|urlize }}',
      '<a href="https://www.example.com" rel="noopener">www.example.com</a>',
    ],
    ['{{ "example.org"|urlize }}', '<a href="https://example.org" rel="noopener">example.org</a>'],
    ['{{ "example.xyz"|urlize }}', 'example.xyz'],
    [
      '{{ "http://a.com/verylongpath/abcdef"|urlize(10) }}',
      '<a href="http://a.com/verylongpath/abcdef" rel="noopener">http://a.c...</a>',
    ],
    [
      '{{ "http://a.com"|urlize(nofollow=true) }}',
      '<a href="http://a.com" rel="nofollow noopener">http://a.com</a>',
    ],
    [
      '{{ "http://a.com"|urlize(target="_blank") }}',
      '<a href="http://a.com" rel="noopener" target="_blank">http://a.com</a>',
    ],
    ['{{ "http://a.com"|urlize(rel="me") }}', '<a href="http://a.com" rel="me noopener">http://a.com</a>'],
    [
      '{{ "tel:123 ftp://x"|urlize(extra_schemes=["tel:","ftp:"]) }}',
      '<a href="tel:123" rel="noopener">tel:123</a> <a href="ftp://x" rel="noopener">ftp://x</a>',
    ],
    ['{{ "<http://a.com>"|urlize }}', '&lt;<a href="http://a.com" rel="noopener">http://a.com</a>&gt;'],
    [
      '{{ "http://localhost:80/a"|urlize }}',
      '<a href="http://localhost:80/a" rel="noopener">http://localhost:80/a</a>',
    ],
    ['{{ "https://1.2.3.4/x"|urlize }}', '<a href="https://1.2.3.4/x" rel="noopener">https://1.2.3.4/x</a>'],
    [
      '{{ "http://a.com, http://b.com; and"|urlize }}',
      '<a href="http://a.com" rel="noopener">http://a.com</a>, http://b.com; and',
    ],
    [
      '{{ "http://ex.com/?a=1&b=2"|urlize }}',
      '<a href="http://ex.com/?a=1&amp;b=2" rel="noopener">http://ex.com/?a=1&amp;b=2</a>',
    ],
    ['{{ "no link"|urlize }}', 'no link'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    [
      '{{ "x"|urlize(extra_schemes=["tel"]) }}',
      TemplateRuntimeError,
      "'tel' is not a valid URI scheme prefix.",
    ] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});

describe('urlize where output is escaped', () => {
  it.each([
    ['{{ html|urlize }}', '&lt;b&gt;&amp;&#34;&#39;&lt;/b&gt;'],
    ['{{ "http://a.com <b>"|urlize }}', '<a href="http://a.com" rel="noopener">http://a.com</a> &lt;b&gt;'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source, { autoescape: true }).render(context)).toBe(output);
  });
});
