import { describe, expect, it } from 'vitest';
import { splitWeights } from './split-weights.js';

describe('the parts of a split', () => {
  it.each([
    [
      [50, 50],
      [0.5, 0.5],
    ],
    [
      [0.7, 0.3],
      [0.7, 0.3],
    ],
    [
      [33, 33, 33],
      [1 / 3, 1 / 3, 1 / 3],
    ],
    [
      [99.5, 0.5],
      [0.995, 0.005],
    ],
  ])('%j are weights that are 1 together', (parts, weights) => {
    const names = ['a', 'b', 'c'].slice(0, parts.length);
    for (const [at, weight] of splitWeights(parts, names).entries())
      expect(weight).toBeCloseTo(weights[at] ?? 0, 12);
  });

  it('are equal when nothing is said', () => {
    expect(splitWeights(undefined, ['a', 'b', 'c', 'd'])).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it.each([
    [[50], 'has 1 parts, and there are 2 variants'],
    [[50, 25, 25], 'has 3 parts, and there are 2 variants'],
    [[60, 60], 'are 120 together'],
    [[50, 40], 'are 90 together'],
    [[100, 0], 'The variant "b" gets no part'],
    [[-50, 150], 'The variant "a" gets no part'],
    [[Number.NaN, 1], 'The variant "a" gets no part'],
  ])('cannot be %j', (parts, message) => {
    expect(() => splitWeights(parts, ['a', 'b'])).toThrow(message);
  });
});
