import { describe, expect, it } from 'vitest';
import { groupThousands } from './group-thousands.js';

describe('groupThousands', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1240, '1,240'],
    [999_999, '999,999'],
    [1_234_567, '1,234,567'],
    [-1_234, '-1,234'],
    [-123, '-123'],
  ])('%i: %s', (count, expected) => {
    expect(groupThousands(count)).toBe(expected);
  });
});
