import stringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import type { BatchProgress } from '../../operations/batch/vocabulary.js';
import { progressLine } from './progress-line.js';

const halfway: BatchProgress = {
  rows: 2000,
  done: 997,
  failed: 3,
  inFlight: 8,
  rowsPerSecond: 41.4,
  secondsLeft: 24.2,
  spent: 1_200_000_000,
  costLeft: 1_200_000_000,
};

describe('the line of a batch', () => {
  it('says how far it is and how quickly, what it has cost, and what is to come', () => {
    expect(progressLine(halfway, 100)).toBe(
      '████████████░░░░░░░░░░░░ 1,000 of 2,000 · 3 failed · $1.20 of about $2.40 · 25 s left · 41/s',
    );
  });

  it('keeps within its cells, and gives up the least weighty figures first', () => {
    for (let columns = 24; columns <= 120; columns++) {
      expect(stringWidth(progressLine(halfway, columns))).toBeLessThanOrEqual(columns);
    }
    expect(progressLine(halfway, 40)).toBe('███████░░░░░░░ 1,000 of 2,000 · 3 failed');
    expect(progressLine(halfway, 10)).toBe('1,000 of 2,000');
  });

  it('leaves out what is not known, and what is nothing', () => {
    const begun = { ...halfway, done: 0, failed: 0, rowsPerSecond: null, secondsLeft: null, spent: 0 };
    expect(progressLine(begun, 40)).toBe('░░░░░░░░░░░░░░░░░░░░░░░░ 0 of 2,000');
    expect(progressLine({ ...begun, rowsPerSecond: 2, costLeft: 0 }, 60)).toContain('0 of 2,000 · 2.0/s');
  });
});
