import { expect, it } from 'vitest';
import { sampleRatio } from './sample-ratio.js';

const split = (...counts: number[]) => counts.map((count) => ({ count, weight: 1 }));

it('is a mismatch below a chance of one in a thousand, and not above', () => {
  // z² is 10.82 and 10.84; the limit is 10.83.
  expect(sampleRatio(split(5164, 4835)).mismatch).toBe(false);
  expect(sampleRatio(split(5165, 4834)).mismatch).toBe(true);
});

it('goes by the parts of weights, and leaves out what has none', () => {
  const halves = sampleRatio([
    { count: 200, weight: 0.5 },
    { count: 100, weight: 0.25 },
    { count: 0, weight: 0 },
  ]);
  expect(halves).toEqual({ pValue: 1, mismatch: false });
});

it('says nothing of nobody, or of a single variant', () => {
  expect(sampleRatio(split(0, 0))).toEqual({ pValue: 1, mismatch: false });
  expect(sampleRatio(split(10))).toEqual({ pValue: 1, mismatch: false });
});

it.each([
  [-1, 1],
  [1.5, 1],
  [1, -1],
  [1, Number.NaN],
])('refuses a count of %d with weight %d', (count, weight) => {
  expect(() => sampleRatio([{ count, weight }])).toThrow(
    expect.objectContaining({ code: 'STATISTICS_INPUT' }),
  );
});
