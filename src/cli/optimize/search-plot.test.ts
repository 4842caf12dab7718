import { describe, expect, it } from 'vitest';
import { searchPlot } from './search-plot.js';

const size = { cells: 5, lines: 3 };

describe('the plot of a search', () => {
  it('draws the best so far, and random search where it is elsewhere', () => {
    const reflective = [
      { calls: 10, score: 0.5 },
      { calls: 20, score: 0.4 },
      { calls: 30, score: 1 },
    ];
    const random = [
      { calls: 10, score: 0.5 },
      { calls: 50, score: 0.75 },
    ];
    expect(searchPlot({ reflective, random, calls: 50 }, size)).toEqual(['  ●●●', '    ○', '●●○○ ']);
  });

  it('begins where the first score is known', () => {
    const reflective = [{ calls: 30, score: 1 }];
    const random = [{ calls: 10, score: 0 }];
    expect(searchPlot({ reflective, random, calls: 30 }, size)).toEqual(['    ●', '     ', '○○○○○']);
  });

  it('is nothing when nothing was better than anything', () => {
    expect(searchPlot({ reflective: [], random: [], calls: 9 }, size)).toEqual([]);
    expect(searchPlot({ reflective: [{ calls: 5, score: 0.5 }], random: [], calls: 9 }, size)).toEqual([]);
  });
});
