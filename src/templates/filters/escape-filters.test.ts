// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, UndefinedError } from '../index.js';

const context = { yes: true, html: '<b>&"\'</b>' };

describe('escaping', () => {
  it.each([
    ['{{ html|escape }}', '&lt;b&gt;&amp;&#34;&#39;&lt;/b&gt;'],
    ['{{ html|e|e }}', '&lt;b&gt;&amp;&#34;&#39;&lt;/b&gt;'],
    ['{{ html|e|forceescape }}', '&amp;lt;b&amp;gt;&amp;amp;&amp;#34;&amp;#39;&amp;lt;/b&amp;gt;'],
    ['{{ html|safe }}', '<b>&"\'</b>'],
    ['{{ 5|e }}', '5'],
    ['{{ none|e }}', 'None'],
    ['{{ missing|e }}', ''],
    ['{{ [1,"<"]|e }}', '[1, &#39;&lt;&#39;]'],
    ['{{ ("a"|safe) is escaped }}', 'True'],
    ['{{ "a" is escaped }}', 'False'],
    ['{{ ["<",("<"|safe)]|join }}', '<<'],
    ['{{ ("a"|safe)=="a" }}', 'True'],
    ['{{ ("<a>"|safe)[0] }}', '<'],
    ['{{ ("<a>"|safe) ~ "<b>" }}', '<a><b>'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });
});

describe('where output is escaped', () => {
  it.each([
    ['{{ html }}', '&lt;b&gt;&amp;&#34;&#39;&lt;/b&gt;'],
    ['{{ html|safe }}', '<b>&"\'</b>'],
    ['{{ html|e }}', '&lt;b&gt;&amp;&#34;&#39;&lt;/b&gt;'],
    ['{{ html|upper }}', '&lt;B&gt;&amp;&#34;&#39;&lt;/B&gt;'],
    ['{{ html~"<" }}', '&lt;b&gt;&amp;&#34;&#39;&lt;/b&gt;&lt;'],
    ['{{ ["<",("<"|safe)]|join(",") }}', '&lt;,<'],
    ['{{ ["<","<"]|join("<br>") }}', '&lt;&lt;br&gt;&lt;'],
    ['{{ ["<"]|join("<br>"|safe) }}', '&lt;'],
    ['{{ [html] }}', '[&#39;&lt;b&gt;&amp;&#34;\\&#39;&lt;/b&gt;&#39;]'],
    ['{{ {"a":html} }}', '{&#39;a&#39;: &#39;&lt;b&gt;&amp;&#34;\\&#39;&lt;/b&gt;&#39;}'],
    ['{{ 5 }}', '5'],
    ['{{ none }}', 'None'],
    ['{{ missing }}', ''],
    ['{{ html|length }}', '10'],
    ['{{ "%s"|format(html) }}', '&lt;b&gt;&amp;&#34;&#39;&lt;/b&gt;'],
    ['{{ html|first }}', '&lt;'],
    [
      '{{ html|list }}',
      '[&#39;&lt;&#39;, &#39;b&#39;, &#39;&gt;&#39;, &#39;&amp;&#39;, &#39;&#34;&#39;, &#34;&#39;&#34;, &#39;&lt;&#39;, &#39;/&#39;, &#39;b&#39;, &#39;&gt;&#39;]',
    ],
    ['{{ html|truncate(3) }}', '...'],
    ['{{ html|string }}', '&lt;b&gt;&amp;&#34;&#39;&lt;/b&gt;'],
    ['{{ missing|default("<>") }}', '&lt;&gt;'],
    ['{{ html[0:3] }}', '&lt;b&gt;'],
    ['{{ html*2 }}', '&lt;b&gt;&amp;&#34;&#39;&lt;/b&gt;&lt;b&gt;&amp;&#34;&#39;&lt;/b&gt;'],
    [
      '{% macro m() %}<{{ html }}>{% endmacro %}{{ m() }}{{ m()|upper }}',
      '<&lt;b&gt;&amp;&#34;&#39;&lt;/b&gt;><&LT;B&GT;&AMP;&#34;&#39;&LT;/B&GT;>',
    ],
    ['{% set q %}<{{ html }}>{% endset %}{{ q }}', '<&lt;b&gt;&amp;&#34;&#39;&lt;/b&gt;>'],
    ['{% filter upper %}<{{ html }}>{% endfilter %}', '<&LT;B&GT;&AMP;&#34;&#39;&LT;/B&GT;>'],
    [
      '{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}<{{ html }}>{% endcall %}',
      '<&lt;b&gt;&amp;&#34;&#39;&lt;/b&gt;>',
    ],
    [
      '{% block a %}<{{ html }}>{% endblock %}{{ self.a() }}',
      '<&lt;b&gt;&amp;&#34;&#39;&lt;/b&gt;><&lt;b&gt;&amp;&#34;&#39;&lt;/b&gt;>',
    ],
    ['{% autoescape false %}{{ html }}{% endautoescape %}', '<b>&"\'</b>'],
    ['{% filter title %}<b>{{ "<i>" }}{% endfilter %}', '<B>&lt;i&gt;'],
    ['{% set x|title %}<b>{% endset %}{{ x }}', '<B>'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source, { autoescape: true }).render(context)).toBe(output);
  });

  it.each([
    [
      '{% autoescape false %}{% macro m() %}{{ html }}{% endmacro %}{% endautoescape %}{{ m() }}',
      UndefinedError,
      "'m' is undefined",
    ] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source, { autoescape: true }).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});

describe('switched inside a template', () => {
  it.each([
    [
      '{% autoescape true %}{{ html }}{% endautoescape %}{{ html }}',
      '&lt;b&gt;&amp;&#34;&#39;&lt;/b&gt;<b>&"\'</b>',
    ],
    ['{% autoescape yes %}{{ html }}{% endautoescape %}', '&lt;b&gt;&amp;&#34;&#39;&lt;/b&gt;'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });
});
