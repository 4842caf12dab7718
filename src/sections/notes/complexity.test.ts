import { describe, expect, it } from 'vitest';
import { readComplexity } from './complexity.js';

describe('readComplexity', () => {
  it.each([
    ['Medium', 'Medium', 'Medium', 'Medium', null],
    ['HIGH', 'High', 'High', 'High', null],
    ['medium-high', 'Medium-High', 'Medium', 'High', null],
    ['Medium – High', 'Medium-High', 'Medium', 'High', null],
    ['Low to Medium', 'Low to Medium', 'Low', 'Medium', null],
    ['Low/Medium', 'Low/Medium', 'Low', 'Medium', null],
    ['very low - low', 'Very Low-Low', 'Very Low', 'Low', null],
    ['**Very High**', 'Very High', 'Very High', 'Very High', null],
    ['Low to Medium-High', 'Low to Medium-High', 'Low', 'High', null],
    ['Medium-High (because of the schema)', 'Medium-High', 'Medium', 'High', 'because of the schema'],
    ['Medium - touches many files', 'Medium', 'Medium', 'Medium', 'touches many files'],
    ['High, with (two) unknowns', 'High', 'High', 'High', 'with (two) unknowns'],
  ])('reads %s', (written, text, min, max, note) => {
    expect(readComplexity(written)).toEqual({ text, min, max, note });
  });

  it.each(['8/10', 'Moderate', 'Mediumish', 'very medium'])(
    'keeps "%s" as it is, without levels',
    (written) => {
      expect(readComplexity(written)).toEqual({ text: written, min: null, max: null, note: null });
    },
  );
});
