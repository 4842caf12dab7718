import { describe, expect, it } from 'vitest';
import type { RowResult } from '../search/row-result.js';
import { ScoreSheet } from '../search/score-sheet.js';
import { compareOnHoldOut } from './compare-on-hold-out.js';
import { scoreFigure } from './score-figure.js';

/** A sheet of rows with these scores. */
function sheetOf(
  scores: readonly number[],
  parts: Partial<Pick<RowResult, 'cost' | 'rivalScore'>> = {},
): ScoreSheet {
  const rows = scores.map((_, at) => ({ row: at + 1, input: {}, expected: null }));
  const sheet = new ScoreSheet(rows);
  sheet.add(
    rows.map((row, at) => ({
      ...{ row, answer: '', checks: [], rivalScore: null, cost: null },
      ...parts,
      // No two answers cost the same.
      ...(parts.cost != null && { cost: parts.cost * (1 + at / 100) }),
      score: scores[at] ?? 0,
    })),
  );
  return sheet;
}

const bad = Array.from({ length: 30 }, (_, at) => (at < 10 ? 1 : 0));
const good = Array.from({ length: 30 }, (_, at) => (at < 25 ? 1 : 0));
const settings = { goal: 'score', matters: 0, seed: 'x' } as const;

function claimOf(start: ScoreSheet, chosen: ScoreSheet, changed: object = {}) {
  const finding = compareOnHoldOut(start, chosen, { ...settings, ...changed });
  return finding.is === 'judged' ? finding.claim : finding.is;
}

describe('the hold-out', () => {
  it('claims what the interval says, and no more', () => {
    expect(claimOf(sheetOf(bad), sheetOf(good))).toBe('better');
    expect(claimOf(sheetOf(good), sheetOf(bad))).toBe('worse');
    expect(claimOf(sheetOf(bad), sheetOf([...bad.slice(0, 29), 1]))).toBe('not-enough-data');
  });

  it('claims nothing where nothing varied', () => {
    expect(claimOf(sheetOf(bad), sheetOf(bad))).toBe('not-enough-data');
    const halves = bad.map(() => 0.5);
    expect(claimOf(sheetOf(halves), sheetOf(halves.map((score) => score + 0.1)))).toBe('not-enough-data');
  });

  it('claims nothing for answers that would pass anywhere', () => {
    expect(claimOf(sheetOf(bad, { rivalScore: 0 }), sheetOf(good, { rivalScore: 0.8 }))).toBe('gamed');
  });

  it('claims that a text is cheaper only where its score is about as good', () => {
    const goal = { goal: 'score-then-cost', matters: 0.1 };
    const almost = bad.map((score) => score * 0.9 + 0.02);
    const nearly = almost.map((score, at) => score + (at % 2 === 0 ? 0.01 : -0.01));
    expect(claimOf(sheetOf(almost, { cost: 500 }), sheetOf(nearly, { cost: 100 }), goal)).toBe('cheaper');
    expect(claimOf(sheetOf(almost, { cost: 100 }), sheetOf(nearly, { cost: 500 }), goal)).toBe(
      'no-difference-that-matters',
    );
    expect(claimOf(sheetOf(good, { cost: 500 }), sheetOf(bad, { cost: 100 }), goal)).toBe('worse');
  });
});

describe('a mean score', () => {
  it('has an interval that ends at 0 and 1', () => {
    const { score, interval } = scoreFigure([1, 1, 1, 1, 1, 0], null);
    expect(score).toBeCloseTo(0.833);
    expect(interval?.to).toBeLessThan(1);
    expect(scoreFigure([1, 0.9, 1, 1, 1], null).interval?.to).toBe(1);
  });

  it('has none where that cannot be told', () => {
    expect(scoreFigure([], null)).toEqual({ score: 0, interval: null, cost: null, rows: 0 });
    expect(scoreFigure([0.5, 0.5], null).interval).toBeNull();
  });
});
