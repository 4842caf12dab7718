import { describe, expect, it } from 'vitest';
import { groupSequentialInflation, groupSequentialLooks, groupSequentialPower } from './group-sequential.js';
import { repeatedInterval } from './repeated-interval.js';

const fifths = [0.2, 0.4, 0.6, 0.8, 1];
const confidence = 0.95;

describe('the boundaries of a plan', () => {
  // As the Lan-DeMets program and the R packages ldbounds and gsDesign give them.
  it.each([
    ['obrien-fleming', [4.8769, 3.3569, 2.6803, 2.2898, 2.031]],
    ['pocock', [2.438, 2.4268, 2.4101, 2.3966, 2.3859]],
  ] as const)('are the published ones for %s', (spending, published) => {
    const looks = groupSequentialLooks({ fractions: fifths, spending, confidence });
    for (const [at, { boundary }] of looks.entries())
      expect(Math.abs(boundary - (published[at] ?? Number.NaN))).toBeLessThan(2e-4);
  });

  it.each([
    ['one look', [1]],
    ['uneven looks', [0.1, 0.15, 0.7, 1]],
    ['thirty looks', Array.from({ length: 30 }, (_, at) => (at + 1) / 30)],
  ])('with %s use up the chance of error exactly', (_, fractions) => {
    for (const spending of ['obrien-fleming', 'pocock'] as const) {
      const looks = groupSequentialLooks({ fractions, spending, confidence });
      expect(groupSequentialPower(looks, 0)).toBeCloseTo(0.05, 9);
      expect(looks.at(-1)?.spent).toBeCloseTo(0.05, 12);
    }
  });

  it('are the ordinary one where it is looked once', () => {
    const [look] = groupSequentialLooks({ fractions: [1], spending: 'pocock', confidence });
    expect(look?.boundary).toBeCloseTo(1.959963984540054, 9);
    expect(look?.pValue).toBeCloseTo(0.05, 10);
  });

  it('of a look with next to no chance to spend are without end', () => {
    const [first] = groupSequentialLooks({ fractions: [0.01, 1], spending: 'obrien-fleming', confidence });
    expect(first?.boundary).toBe(Number.POSITIVE_INFINITY);
  });

  it.each([[[0.5]], [[0.5, 0.5, 1]], [[0.8, 0.4, 1]], [[0, 1]], [[0.5, 1.2]], [[]]])(
    'are refused for looks at %j',
    (fractions) => {
      expect(() => groupSequentialLooks({ fractions, spending: 'pocock', confidence })).toThrow(
        expect.objectContaining({ code: 'STATISTICS_INPUT' }),
      );
    },
  );
});

describe('the price of looking', () => {
  it('is small when nearly all is kept for the end, and more when it is given out evenly', () => {
    const inflationOf = (spending: 'obrien-fleming' | 'pocock') =>
      groupSequentialInflation(groupSequentialLooks({ fractions: fifths, spending, confidence }), {
        confidence,
        power: 0.8,
      });
    expect(inflationOf('obrien-fleming')).toBeCloseTo(1.0247, 3);
    expect(inflationOf('pocock')).toBeCloseTo(1.2124, 3);
  });

  it('is power, and power rises with the effect', () => {
    const looks = groupSequentialLooks({ fractions: fifths, spending: 'pocock', confidence });
    const [once] = [groupSequentialLooks({ fractions: [1], spending: 'pocock', confidence })];
    expect(groupSequentialPower(once, 2.8)).toBeCloseTo(0.7995569, 6);
    expect(groupSequentialPower(looks, 2.8)).toBeLessThan(0.7995569);
    expect(groupSequentialPower(looks, -2.8)).toBeCloseTo(groupSequentialPower(looks, 2.8), 9);
    expect(groupSequentialPower(looks, 6)).toBeGreaterThan(0.999);
  });
});

describe('the interval at a look', () => {
  const [look] = groupSequentialLooks({ fractions: fifths, spending: 'pocock', confidence });

  it('leaves out 0 where the boundary is passed', () => {
    const { boundary } = look ?? { boundary: Number.NaN };
    const intervalOf = (estimate: number) =>
      repeatedInterval({ estimate, standardError: 1 }, look ?? never());
    expect(intervalOf(boundary + 0.001).from).toBeGreaterThan(0);
    expect(intervalOf(boundary - 0.001).from).toBeLessThan(0);
    expect(intervalOf(-boundary - 0.001).to).toBeLessThan(0);
  });

  it('has no ends where nothing varied', () => {
    expect(repeatedInterval({ estimate: 3, standardError: 0 }, look ?? never())).toEqual({
      from: Number.NEGATIVE_INFINITY,
      to: Number.POSITIVE_INFINITY,
    });
  });
});

function never(): never {
  throw new Error('a plan has looks');
}
