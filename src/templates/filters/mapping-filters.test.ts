// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, TemplateRuntimeError, UndefinedError } from '../index.js';

const context = { greeting: 'Hello wörld', ages: { bob: 2, ann: 1 }, seven: 7 };

describe('items and attr', () => {
  it.each([
    ['{{ ages|items|list }}', "[('bob', 2), ('ann', 1)]"],
    ['{{ missing|items|list }}', '[]'],
    ['{{ ages|attr("ann") }}', ''],
    ['{{ greeting|attr("nope") }}', ''],
    ['{{ (greeting|attr("upper"))() }}', 'HELLO WÖRLD'],
    ['{{ namespace(a=1)|attr("a") }}', '1'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    ['{{ seven|items|list }}', TemplateRuntimeError, 'Can only get item pairs from a mapping.'] as const,
    ['{{ missing|attr("a") }}', UndefinedError, "'missing' is undefined"] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});
