import { describe, expect, it } from 'vitest';
import { parseSize } from './parse-size.js';
import { UsageError } from './usage-error.js';

describe('a size', () => {
  it('is read with its unit, as people write it', () => {
    const sizes = ['0', '512', '20b', '500kB', '1.5 MB', '2GB'].map((typed) =>
      parseSize('--max-size', typed),
    );
    expect(sizes).toEqual([0, 512, 20, 500_000, 1_500_000, 2_000_000_000]);
    expect(parseSize('--max-size', undefined)).toBeUndefined();
  });

  it.each(['', 'MB', '5TB', '-1', '1,5MB', '1e9'])('is not "%s"', (typed) => {
    expect(() => parseSize('--max-size', typed)).toThrow(UsageError);
  });
});
