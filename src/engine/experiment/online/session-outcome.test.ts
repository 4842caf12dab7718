import { describe, expect, it } from 'vitest';
import { newSessionId } from '../../../base/ids.js';
import { type SessionFacts, sessionOutcome } from './session-outcome.js';

const start = new Date('2026-03-02T09:00:00Z');
const hoursLater = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
const DAY = 24;
const open: SessionFacts = {
  id: newSessionId(),
  status: 'analysis',
  isDeleted: false,
  startedAt: start,
  movedAt: hoursLater(3),
  completedAt: null,
  exact: true,
  verified: null,
  ratings: [],
  tokens: 900,
  cost: 0.25,
  rework: 2,
};
const completed: Partial<SessionFacts> = {
  status: 'completed',
  completedAt: hoursLater(5),
  movedAt: hoursLater(6),
};
const outcome = (facts: Partial<SessionFacts>, hours: number) => {
  const found = sessionOutcome({ ...open, ...facts }, { now: hoursLater(hours), windowDays: 14 });
  return found && Object.fromEntries(found);
};

describe('what became of a session', () => {
  it('is not known while it is open', () => {
    expect(outcome({}, 13 * DAY)).toBeNull();
  });

  it('is known as soon as it is completed', () => {
    expect(outcome({ ...completed, verified: true, ratings: [4, 5] }, 5)).toEqual({
      completed: { value: 1, divisor: null },
      exact: { value: 1, divisor: null },
      verified: { value: 1, divisor: null },
      rating: { value: 4.5, divisor: null },
      tokens: { value: 900, divisor: 1 },
      cost: { value: 0.25, divisor: 1 },
      hours: { value: 5, divisor: 1 },
      rework: { value: 2, divisor: 1 },
    });
  });

  it.each([
    ['it is cancelled', { status: 'cancelled' as const }, 4],
    ['it is deleted', { isDeleted: true }, 4],
    ['it was open for the whole window', {}, 14 * DAY],
  ])('is a failure that has cost something when %s', (_when, facts, hours) => {
    expect(outcome(facts, hours)).toEqual({
      completed: { value: 0, divisor: null },
      exact: { value: 1, divisor: null },
      verified: { value: 0, divisor: null },
      tokens: { value: 900, divisor: 0 },
      cost: { value: 0.25, divisor: 0 },
      hours: { value: 3, divisor: 0 },
      rework: { value: 2, divisor: 0 },
    });
  });

  it('does not change when it is completed after the window, whenever somebody looks', () => {
    const late = {
      status: 'completed' as const,
      completedAt: hoursLater(15 * DAY),
      movedAt: hoursLater(15 * DAY),
    };
    expect(outcome(late, 15 * DAY)).toMatchObject({
      completed: { value: 0 },
      hours: { value: 14 * DAY, divisor: 0 },
    });
  });

  it('stays a success when the session is deleted afterwards', () => {
    expect(outcome({ ...completed, isDeleted: true }, 8)).toMatchObject({ completed: { value: 1 } });
  });

  it('leaves out what cannot be told, and takes no answer for one that is not exact', () => {
    const found = outcome({ ...completed, exact: null, tokens: null, cost: null }, 8);
    expect(Object.keys(found ?? {})).toEqual(['completed', 'exact', 'hours', 'rework']);
    expect(found).toMatchObject({ exact: { value: 0 } });
  });
});
