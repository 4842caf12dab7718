// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, TemplateSyntaxError } from '../index.js';

const context = { numbers: [3, 1, 2], seven: 7, yes: true };

describe('whitespace, as written', () => {
  it.each([
    ['  {% if yes %}  \n  a\n  {% endif %}  \nb', '    \n  a\n    \nb'],
    ['a\n{%- if yes %}\n b {%- endif -%}\n c', 'a\n bc'],
    ['{{- seven -}} x', '7x'],
    [' {{- seven }} {{ seven -}} x', '7 7x'],
    ['a {#- c -#} b', 'ab'],
    ['a\n  {# c #}  \nb', 'a\n    \nb'],
    ['  {%+ if yes %}\n{% endif +%}\nx', '  \n\nx'],
    ['\n{% for n in numbers %}\n  {{ n }}\n{% endfor %}\n', '\n\n  3\n\n  1\n\n  2\n'],
    ['a\n\n', 'a\n'],
    ['a\r\nb\rc\n', 'a\nb\nc'],
    ['{% raw %}\n{{ a }}\n{% endraw %}\nb', '\n{{ a }}\n\nb'],
    ['  {% raw %}a{% endraw %}', '  a'],
    ['{%- raw -%} a {%- endraw -%} b', 'ab'],
    ['x   {% if yes %}y{% endif %}', 'x   y'],
    ['  {{ seven }}  ', '  7  '],
    ['  {# c #}x', '  x'],
    ['\t{% if yes %}\n\tx\n\t{% endif %}\n', '\t\n\tx\n\t'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });
});

describe('whitespace, trimBlocks', () => {
  it.each([
    ['  {% if yes %}  \n  a\n  {% endif %}  \nb', '    \n  a\n    \nb'],
    ['a\n{%- if yes %}\n b {%- endif -%}\n c', 'a bc'],
    ['{{- seven -}} x', '7x'],
    [' {{- seven }} {{ seven -}} x', '7 7x'],
    ['a {#- c -#} b', 'ab'],
    ['a\n  {# c #}  \nb', 'a\n    \nb'],
    ['  {%+ if yes %}\n{% endif +%}\nx', '  \nx'],
    ['\n{% for n in numbers %}\n  {{ n }}\n{% endfor %}\n', '\n  3\n  1\n  2\n'],
    ['a\n\n', 'a\n'],
    ['a\r\nb\rc\n', 'a\nb\nc'],
    ['{% raw %}\n{{ a }}\n{% endraw %}\nb', '\n{{ a }}\nb'],
    ['  {% raw %}a{% endraw %}', '  a'],
    ['{%- raw -%} a {%- endraw -%} b', 'ab'],
    ['x   {% if yes %}y{% endif %}', 'x   y'],
    ['  {{ seven }}  ', '  7  '],
    ['  {# c #}x', '  x'],
    ['\t{% if yes %}\n\tx\n\t{% endif %}\n', '\t\tx\n\t'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source, { trimBlocks: true }).render(context)).toBe(output);
  });
});

describe('whitespace, lstripBlocks', () => {
  it.each([
    ['  {% if yes %}  \n  a\n  {% endif %}  \nb', '  \n  a\n  \nb'],
    ['a\n{%- if yes %}\n b {%- endif -%}\n c', 'a\n bc'],
    ['{{- seven -}} x', '7x'],
    [' {{- seven }} {{ seven -}} x', '7 7x'],
    ['a {#- c -#} b', 'ab'],
    ['a\n  {# c #}  \nb', 'a\n  \nb'],
    ['  {%+ if yes %}\n{% endif +%}\nx', '  \n\nx'],
    ['\n{% for n in numbers %}\n  {{ n }}\n{% endfor %}\n', '\n\n  3\n\n  1\n\n  2\n'],
    ['a\n\n', 'a\n'],
    ['a\r\nb\rc\n', 'a\nb\nc'],
    ['{% raw %}\n{{ a }}\n{% endraw %}\nb', '\n{{ a }}\n\nb'],
    ['  {% raw %}a{% endraw %}', 'a'],
    ['{%- raw -%} a {%- endraw -%} b', 'ab'],
    ['x   {% if yes %}y{% endif %}', 'x   y'],
    ['  {{ seven }}  ', '  7  '],
    ['  {# c #}x', 'x'],
    ['\t{% if yes %}\n\tx\n\t{% endif %}\n', '\n\tx\n'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source, { lstripBlocks: true }).render(context)).toBe(output);
  });
});

describe('whitespace, both', () => {
  it.each([
    ['  {% if yes %}  \n  a\n  {% endif %}  \nb', '  \n  a\n  \nb'],
    ['a\n{%- if yes %}\n b {%- endif -%}\n c', 'a bc'],
    ['{{- seven -}} x', '7x'],
    [' {{- seven }} {{ seven -}} x', '7 7x'],
    ['a {#- c -#} b', 'ab'],
    ['a\n  {# c #}  \nb', 'a\n  \nb'],
    ['  {%+ if yes %}\n{% endif +%}\nx', '  \nx'],
    ['\n{% for n in numbers %}\n  {{ n }}\n{% endfor %}\n', '\n  3\n  1\n  2\n'],
    ['a\n\n', 'a\n'],
    ['a\r\nb\rc\n', 'a\nb\nc'],
    ['{% raw %}\n{{ a }}\n{% endraw %}\nb', '\n{{ a }}\nb'],
    ['  {% raw %}a{% endraw %}', 'a'],
    ['{%- raw -%} a {%- endraw -%} b', 'ab'],
    ['x   {% if yes %}y{% endif %}', 'x   y'],
    ['  {{ seven }}  ', '  7  '],
    ['  {# c #}x', 'x'],
    ['\t{% if yes %}\n\tx\n\t{% endif %}\n', '\tx\n'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source, { trimBlocks: true, lstripBlocks: true }).render(context)).toBe(output);
  });
});

describe('whitespace, keepTrailingNewline', () => {
  it.each([
    ['  {% if yes %}  \n  a\n  {% endif %}  \nb', '    \n  a\n    \nb'],
    ['a\n{%- if yes %}\n b {%- endif -%}\n c', 'a\n bc'],
    ['{{- seven -}} x', '7x'],
    [' {{- seven }} {{ seven -}} x', '7 7x'],
    ['a {#- c -#} b', 'ab'],
    ['a\n  {# c #}  \nb', 'a\n    \nb'],
    ['  {%+ if yes %}\n{% endif +%}\nx', '  \n\nx'],
    ['\n{% for n in numbers %}\n  {{ n }}\n{% endfor %}\n', '\n\n  3\n\n  1\n\n  2\n\n'],
    ['a\n\n', 'a\n\n'],
    ['a\r\nb\rc\n', 'a\nb\nc\n'],
    ['{% raw %}\n{{ a }}\n{% endraw %}\nb', '\n{{ a }}\n\nb'],
    ['  {% raw %}a{% endraw %}', '  a'],
    ['{%- raw -%} a {%- endraw -%} b', 'ab'],
    ['x   {% if yes %}y{% endif %}', 'x   y'],
    ['  {{ seven }}  ', '  7  '],
    ['  {# c #}x', '  x'],
    ['\t{% if yes %}\n\tx\n\t{% endif %}\n', '\t\n\tx\n\t\n'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source, { keepTrailingNewline: true }).render(context)).toBe(output);
  });
});

describe('tokens', () => {
  it.each([
    ['{{ "{{" }}{{ "%}" }}', '{{%}'],
    ['{{ {"a":{"b":1}}}}', "{'a': {'b': 1}}"],
    ['{{{"a":1}}}', "{'a': 1}"],
    ['{ { seven } } { % if % }', '{ { seven } } { % if % }'],
    ['{#-#}a', 'a'],
    ['{%if yes%}a{%endif%}', 'a'],
    ['{{ 1_000 }}', '1000'],
    ['{{ 0x1F }}', '31'],
    ['{{ 0b101 }}', '5'],
    ['{{ 0o17 }}', '15'],
    ['{{ 1_0.5 }}', '10.5'],
    ['{{ 1e1_0 }}', '10000000000.0'],
    ['{{ 1e3 }}', '1000.0'],
    ['{{ "\\u00e9\\U0001F600\\101\\7\\q" }}', 'é😀A\u0007\\q'],
    ['{{ "a" "b" \'c\' }}', 'abc'],
    ["{{ 'it''s' }}", 'its'],
    ['{{ "a\\\nb" }}', 'ab'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    ['{{ "unterminated', TemplateSyntaxError, "unexpected char '\"' at 3"] as const,
    ['{{ a $ b }}', TemplateSyntaxError, "unexpected char '$' at 5"] as const,
    ['{{ (1, 2 }}', TemplateSyntaxError, "unexpected '}', expected ')'"] as const,
    ['{{ (1] }}', TemplateSyntaxError, "unexpected ']', expected ')'"] as const,
    ['{{ 1) }}', TemplateSyntaxError, "unexpected ')'"] as const,
    ['{% raw %}a', TemplateSyntaxError, 'Missing end of raw directive'] as const,
    ['{# a', TemplateSyntaxError, 'Missing end of comment tag'] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});
