import { describe, expect, it } from 'vitest';
import { pairedScoreDifference } from './paired-score-difference.js';
import { scoreDifference } from './score-difference.js';
import { wilsonInterval } from './wilson.js';

const confidence = { confidence: 0.95 };

describe("Newcombe's published intervals", () => {
  // Statistics in Medicine 17 (1998), 873, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i of %i and %i of %i', (t, m, c, n, from, to) => {
    const groups = { control: { successes: c, count: n }, treatment: { successes: t, count: m } };
    const interval = scoreDifference(groups, confidence);
    expect(interval.from).toBeCloseTo(from, 4);
    expect(interval.to).toBeCloseTo(to, 4);
  });

  // The same, 2635, method 10.
  it('36 in both, 12 and 2 in one', () => {
    const table = { both: 36, onlyTreatment: 12, onlyControl: 2, neither: 0 };
    const interval = pairedScoreDifference(table, confidence);
    expect(interval.from).toBeCloseTo(0.0569, 4);
    expect(interval.to).toBeCloseTo(0.3404, 4);
  });
});

describe('paired intervals', () => {
  it('turn round when the groups do', () => {
    const one = pairedScoreDifference(
      { both: 20, onlyTreatment: 9, onlyControl: 4, neither: 30 },
      confidence,
    );
    const other = pairedScoreDifference(
      { both: 20, onlyTreatment: 4, onlyControl: 9, neither: 30 },
      confidence,
    );
    expect(other.from).toBeCloseTo(-one.to, 14);
    expect(other.to).toBeCloseTo(-one.from, 14);
  });

  it('are narrower than independent ones where units agree', () => {
    const alike = pairedScoreDifference(
      { both: 45, onlyTreatment: 5, onlyControl: 5, neither: 45 },
      confidence,
    );
    const apart = pairedScoreDifference(
      { both: 25, onlyTreatment: 25, onlyControl: 25, neither: 25 },
      confidence,
    );
    expect(alike.to - alike.from).toBeLessThan((apart.to - apart.from) / 2);
  });

  it('of units that all agree are still intervals', () => {
    const { from, to } = pairedScoreDifference(
      { both: 0, onlyTreatment: 0, onlyControl: 0, neither: 9 },
      confidence,
    );
    expect(from).toBeLessThan(0);
    expect(to).toBeGreaterThan(0);
  });
});

it.each([
  [{ successes: 3, count: 2 }, 0.95],
  [{ successes: -1, count: 2 }, 0.95],
  [{ successes: 0, count: 0 }, 0.95],
  [{ successes: 0.5, count: 2 }, 0.95],
  [{ successes: 1, count: 2 }, 1],
])('a share of %j with confidence %d is refused', (share, level) => {
  expect(() => wilsonInterval(share, { confidence: level })).toThrow(
    expect.objectContaining({ code: 'STATISTICS_INPUT' }),
  );
});
