// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, UndefinedError } from '../index.js';

const context = { seven: 7, half: 2.5 };

describe('numbers', () => {
  it.each([
    ['{{ (255).bit_length() }}', '8'],
    ['{{ (0).bit_length() }}', '0'],
    ['{{ (2.0).is_integer() }}', 'True'],
    ['{{ half.is_integer() }}', 'False'],
    ['{{ true.bit_length() }}', '1'],
    ['{{ (10**25).bit_length() }}', '84'],
    ['{{ seven.nope }}', ''],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([['{{ half.nope() }}', UndefinedError, "'float object' has no attribute 'nope'"] as const])(
    '%j is refused',
    (source, kind, message) => {
      const run = () => compile(source).render(context);
      expect(run).toThrow(kind);
      expect(run).toThrow(message);
    },
  );
});
