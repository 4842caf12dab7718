import stringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { truncate } from './truncate.js';

describe('truncate', () => {
  it.each([
    ['short', 5, 'short'],
    ['feature request', 8, 'feature…'],
    ['feature request', 9, 'feature…'],
    ['日本語テキスト', 7, '日本語…'],
    ['日本語テキスト', 6, '日本…'],
    ['👩‍👩‍👧 family', 4, '👩‍👩‍👧…'],
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
    ['abc', 1, '…'],
    ['abc', 0, ''],
  ])('%s in %i cells', (text, width, expected) => {
    expect(truncate(text, width)).toBe(expected);
    expect(stringWidth(truncate(text, width))).toBeLessThanOrEqual(width);
  });
});
