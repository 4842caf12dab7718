import { describe, expect, it } from 'vitest';
import { formatDuration } from '../../base/text/format-duration.js';
import { isoDate, relativeTime } from './time.js';

const now = new Date(2026, 10, 20, 12, 0, 0);
const before = (milliseconds: number) => relativeTime(new Date(now.getTime() - milliseconds), now);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('relativeTime', () => {
  it.each([
    [0, 'just now'],
    [59_999, 'just now'],
    [-30_000, 'just now'],
    [MINUTE, '1 min ago'],
    [59 * MINUTE, '59 min ago'],
    [HOUR, '1 h ago'],
    [23 * HOUR, '23 h ago'],
    [24 * HOUR, 'yesterday'],
    [35 * HOUR, 'yesterday'],
    [37 * HOUR, '2 days ago'],
    [30 * 24 * HOUR, '30 days ago'],
    [31 * 24 * HOUR, '2026-10-20'],
    [-2 * HOUR, '2026-11-20'],
  ])('%i ms before: %s', (elapsed, expected) => {
    expect(before(elapsed)).toBe(expected);
  });

  it('counts days by the calendar', () => {
    const lateNow = new Date(2026, 10, 20, 5, 0, 0);
    expect(relativeTime(new Date(2026, 10, 18, 23, 0, 0), lateNow)).toBe('2 days ago');
  });
});

describe('isoDate', () => {
  it('is the local date', () => {
    expect(isoDate(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '0 ms'],
    [850.4, '850 ms'],
    [1000, '1 s'],
    [1280, '1.2 s'],
    [9999, '9.9 s'],
    [12_400, '12 s'],
    [59_999, '59 s'],
    [MINUTE, '1 min'],
    [200_000, '3 min 20 s'],
    [2 * HOUR + 5 * MINUTE, '2 h 5 min'],
    [76 * HOUR, '3 d 4 h'],
  ])('%d ms: %s', (milliseconds, expected) => {
    expect(formatDuration(milliseconds)).toBe(expected);
  });
});
