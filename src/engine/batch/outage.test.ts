import { describe, expect, it } from 'vitest';
import type { ExecutionProblem } from '../execution/execution.js';
import { Outage } from './outage.js';

const away = { code: 'connection', message: 'Nobody answers at 127.0.0.1.' } as const;
const refused = { code: 'refused', message: 'The filter kept it back.' } as const;

type Ends = readonly (Pick<ExecutionProblem, 'code' | 'message'> | null)[];
const times = (count: number, end: Ends[number]): Ends => Array.from({ length: count }, () => end);

/** After how many rows an outage was seen; null when it was not. */
function seenAfter(concurrency: number, ...ends: Ends): number | null {
  const outage = new Outage(concurrency);
  const at = ends.findIndex((end) => outage.afterRow(end) !== null);
  return at < 0 ? null : at + 1;
}

describe('an outage', () => {
  it('is seen when twice as many rows fail of it as are asked at a time, and not for fewer than ten', () => {
    expect(seenAfter(20, ...times(60, away))).toBe(40);
    expect(seenAfter(1, ...times(60, away))).toBe(10);
  });

  it('is none as long as anybody is answered, or refused for what the row says', () => {
    expect(seenAfter(1, ...times(9, away), null, ...times(9, away))).toBeNull();
    expect(seenAfter(1, ...times(9, away), refused, ...times(9, away))).toBeNull();
    expect(seenAfter(1, ...times(100, refused))).toBeNull();
  });

  it('says what the last row failed of', () => {
    const outage = new Outage(1);
    const [last] = times(10, away)
      .map((end) => outage.afterRow(end))
      .slice(-1);
    expect(last).toEqual({
      code: 'connection',
      message:
        '10 rows failed one after the other, and none was answered in between: Nobody answers at 127.0.0.1.',
    });
  });
});
