import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutIndentation } from './indentation.js';

describe('the common indentation', () => {
  it.each([
    ['  a\n    b', 'a\n  b'],
    ['  a\n\n  b\n', 'a\n\nb\n'],
    ['    a\n  \n    b', 'a\n  \nb'],
    ['  a\n      \n  b', 'a\n    \nb'],
    ['\ta\n  b', '\ta\n  b'],
    ['\u00a0 a\n\u00a0 b', 'a\nb'],
    ['a\n  b', 'a\n  b'],
    ['  a\r\n  b\r\n', 'a\r\nb\r\n'],
    ['   ', '   '],
    ['', ''],
  ])('is taken off %j', (text, rest) => {
    expect(withoutIndentation(text)).toBe(rest);
  });

  it('is all that is taken off', () => {
    const line = fc.string({ unit: fc.constantFrom(' ', '\t', 'a', '\r'), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('  ', '\t ', ' '.repeat(40)), (lines, margin) => {
        const text = ['a', ...lines].join('\n');
        const shifted = ['a', ...lines].map((one) => margin + one).join('\n');
        expect(withoutIndentation(shifted)).toBe(text);
      }),
    );
  });
});
