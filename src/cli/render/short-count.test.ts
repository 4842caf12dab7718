import { describe, expect, it } from 'vitest';
import { shortCount } from './short-count.js';

describe('shortCount', () => {
  it('leaves small numbers as they are', () => {
    expect([0, 7, 999].map(shortCount)).toEqual(['0', '7', '999']);
  });

  it('keeps two digits of larger ones at least, and never rounds up', () => {
    expect([1000, 1250, 9999, 12_345, 999_999].map(shortCount)).toEqual([
      '1k',
      '1.2k',
      '9.9k',
      '12k',
      '999k',
    ]);
    expect([1_000_000, 1_550_000, 2_000_000_000].map(shortCount)).toEqual(['1M', '1.5M', '2B']);
  });
});
