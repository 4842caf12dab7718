import { describe, expect, it } from 'vitest';
import { compile, LimitError } from '../index.js';

const templates: Record<string, string> = {
  itself: '{% include "itself" %}',
  there: '{% include "back" %}',
  back: '{% import "there" as t %}',
  child: '{% extends "child" %}',
};

describe('templates that bring each other in without end', () => {
  it.each([
    ['{% include "itself" %}', "'itself' > 'itself'"],
    ['{% include "there" %}', "'there' > 'back' > 'there'"],
    ['{% extends "child" %}', "'child' > 'child'"],
    ['{% macro m() %}{% include "user" %}{% endmacro %}{{ m() }}', 'blocks more than 100 deep'],
  ])('%s: the error says how', (source, circle) => {
    const loader = (name: string) => templates[name] ?? (name === 'user' ? '{{ m() }}' : undefined);
    const run = () => compile(source, { loader }).render();
    expect(run).toThrow(LimitError);
    expect(run).toThrow(circle);
  });
});
