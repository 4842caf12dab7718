import stringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import type { OptimizationProgress } from '../../operations/optimize/vocabulary.js';
import { searchLine } from './search-line.js';

const halfway: OptimizationProgress = {
  phase: 'search',
  calls: 1000,
  callsAtMost: 2000,
  cost: 1_200_000_000,
  costAtMost: 4_000_000_000,
  proposals: 31,
  refused: 4,
  bestTraining: 0.8125,
  startTraining: 0.5,
};

describe('the line of an optimisation', () => {
  it('says how far it is, how good the best is so far, and what it has cost', () => {
    expect(searchLine(halfway, 110)).toBe(
      '████████░░░░░░░░ 1,000 of 2,000 calls · best 0.81, start 0.50 · $1.20 of $4.00 · 31 tried · 4 refused',
    );
  });

  it('keeps within its cells, and gives up the least weighty figures first', () => {
    for (let columns = 24; columns <= 120; columns++)
      expect(stringWidth(searchLine(halfway, columns))).toBeLessThanOrEqual(columns);
    expect(searchLine(halfway, 10)).toBe('1,000 of 2,000 calls');
  });

  it('leaves out what is not known, and what is nothing', () => {
    const begun = {
      ...halfway,
      calls: 3,
      callsAtMost: null,
      cost: 0,
      costAtMost: null,
      proposals: 0,
      refused: 0,
    };
    expect(searchLine({ ...begun, bestTraining: null, startTraining: null }, 60)).toBe(
      '░░░░░░░░░░░░░░░░ 3 calls',
    );
    expect(searchLine({ ...begun, phase: 'hold-out' }, 60)).toContain('3 calls · judging');
  });
});
