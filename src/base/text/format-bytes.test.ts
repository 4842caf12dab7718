import { describe, expect, it } from 'vitest';
import { formatBytes } from './format-bytes.js';

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [9940, '9.9 kB'],
    [9960, '10 kB'],
    [999_400, '999 kB'],
    [999_600, '1.0 MB'],
    [1_240_000, '1.2 MB'],
    [5e15, '5000 TB'],
  ])('%i: %s', (bytes, expected) => {
    expect(formatBytes(bytes)).toBe(expected);
  });
});
