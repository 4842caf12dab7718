import { describe, expect, it } from 'vitest';
import { intervalLine, scaleOf } from './interval-plot.js';

describe('a plot of an interval', () => {
  it.each([
    [{ estimate: 2, from: 1, to: 3 }, '│ ├─●─┤  '],
    [{ estimate: 0, from: 0, to: 4 }, '●───────┤'],
    [{ estimate: 2, from: null, to: null }, '┼───●────'],
    [{ estimate: 4, from: 4, to: 4 }, '│       ●'],
  ])('of %j', (interval, line) => {
    expect(intervalLine(interval, { from: 0, to: 4 }, 9)).toBe(line);
  });

  it('shows where 0 is within it', () => {
    const interval = { estimate: 1, from: -2, to: 2 };
    expect(intervalLine(interval, { from: -2, to: 2 }, 9)).toBe('├───┼─●─┤');
  });

  it('has a scale with all intervals and 0 on it, and none without an extent', () => {
    expect(scaleOf([{ estimate: 2, from: 1, to: null }])).toEqual({ from: 0, to: 2 });
    expect(
      scaleOf([
        { estimate: -1, from: -3, to: -0.5 },
        { estimate: -2, from: -5, to: -1 },
      ]),
    ).toEqual({ from: -5, to: 0 });
    expect(scaleOf([{ estimate: 0, from: null, to: null }])).toBeNull();
    expect(scaleOf([])).toBeNull();
  });
});
