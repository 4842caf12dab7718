import { describe, expect, it } from 'vitest';
import { readDuration } from './duration.js';

describe('readDuration', () => {
  it.each([
    ['12-16 hours total', 12, 16],
    ['3-4 h', 3, 4],
    ['16–20 hrs', 16, 20],
    ['16 — 20 hours', 16, 20],
    ['2 to 3 hours', 2, 3],
    ['2h to 3h', 2, 3],
    ['from 2 to 3 hours', 2, 3],
    ['20-16 hours', 16, 20],
    ['~2 hours', 2, 2],
    ['approx. 1.5 h', 1.5, 1.5],
    ['1,5 h', 1.5, 1.5],
    ['1,200 hours', 1200, 1200],
    ['90 minutes', 1.5, 1.5],
    ['1 h 30 min', 1.5, 1.5],
    ['30-60 min', 0.5, 1],
    ['4+ hours', 4, null],
    ['at least 4 hours', 4, null],
    ['up to 8 hours', null, 8],
    ['< 8 h', null, 8],
    ['3-4 hours (with 1 hour of review)', 3, 4],
    ['2-3 days (16-24 hours)', 16, 24],
  ])('reads %s', (text, minHours, maxHours) => {
    expect(readDuration(text)).toEqual({ minHours, maxHours });
  });

  it.each(['3 days', '1-2 weeks', '2 days and 3 hours', '2 hours of analysis, 3 hours of tests'])(
    'leaves the hours of "%s" open',
    (text) => {
      expect(readDuration(text)).toEqual({ minHours: null, maxHours: null });
    },
  );

  it.each(['', 'soon', 'two hours', '16-20', 'phase 3 of the plan', `${'9'.repeat(400)} hours`])(
    'finds no duration in "%s"',
    (text) => {
      expect(readDuration(text)).toBeNull();
    },
  );
});
