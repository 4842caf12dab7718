import { describe, expect, it } from 'vitest';
import { answerForms, factors, isAllowed } from './factors.js';
import { allowedPairs, type Combination, coverPairs } from './pairwise.js';
import { createRandom } from './random.js';

const holds = (row: Combination, pair: Combination) =>
  Object.entries(pair).every(([factor, value]) => row[factor] === value);

describe('coverPairs', () => {
  const sizes = { size: ['s', 'm', 'l'], colour: ['red', 'blue', 'green'], cloth: ['wool', 'silk'] };

  it('covers every pair with far fewer rows than all combinations', () => {
    const rows = coverPairs(sizes, () => true, createRandom(1));
    const missed = allowedPairs(sizes, () => true).filter((pair) => !rows.some((row) => holds(row, pair)));
    expect(missed).toEqual([]);
    expect(rows.length).toBeLessThan(3 * 3 * 2);
  });

  it('never produces what is not allowed', () => {
    const noRedSilk = (row: Combination) => !(row.colour === 'red' && row.cloth === 'silk');
    const rows = coverPairs(sizes, noRedSilk, createRandom(1));
    expect(rows.filter((row) => !noRedSilk(row))).toEqual([]);
  });

  it('says which pair can stand in no row', () => {
    const nothingIsLarge = (row: Combination) => Object.keys(row).length < 3 || row.size !== 'l';
    expect(() => coverPairs(sizes, nothingIsLarge, createRandom(1))).toThrow(/size:l/);
  });
});

describe('the forms of an answer', () => {
  it('cover every pair that is decidable', () => {
    const rows = answerForms(1);
    const missed = allowedPairs(factors, isAllowed).filter((pair) => !rows.some((row) => holds(row, pair)));
    expect(missed).toEqual([]);
    expect(rows.every(isAllowed)).toBe(true);
  });
});
