// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, TemplateRuntimeError, TemplateSyntaxError } from '../index.js';

const context = { seven: 7, yes: true, nothing: null, empty: [] };

describe('if', () => {
  it.each([
    ['{% if missing %}a{% elif seven %}b{% else %}c{% endif %}', 'b'],
    ['{% if empty %}a{% else %}c{% endif %}', 'c'],
    ['{% if 0 %}a{% endif %}', ''],
    ['{{ 1 if yes else 2 }}', '1'],
    ['{{ 1 if 0 }}', ''],
    ['{{ "a" if 0 else "b" if 0 else "c" }}', 'c'],
    ['{% if yes and not nothing %}x{% endif %}', 'x'],
    ['{{ 0 or "x" }}{{ 1 and 2 }}{{ 0 or missing }}', 'x2'],
    ['{% if false %}{{ 1|nope }}{% endif %}ok', 'ok'],
    ['{{ 1|nope if false else "ok" }}', 'ok'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    ['{% if true %}{{ 1|nope }}{% endif %}', TemplateRuntimeError, "No filter named 'nope' found."] as const,
    [
      '{% if seven %}a',
      TemplateSyntaxError,
      "Unexpected end of template. Jinja was looking for the following tags: 'elif' or 'else' or 'endif'. The innermost block that needs to be closed is 'if'.",
    ] as const,
    [
      '{% if seven %}{% endfor %}',
      TemplateSyntaxError,
      "Encountered unknown tag 'endfor'. Jinja was looking for the following tags: 'elif' or 'else' or 'endif'. The innermost block that needs to be closed is 'if'.",
    ] as const,
    [
      '{% if a if b %}{% endif %}',
      TemplateSyntaxError,
      "expected token 'end of statement block', got 'if'",
    ] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});
