import { describe, expect, it } from 'vitest';
import { verdictOn } from './verdict.js';

const effect = (from: number, to: number, estimate = (from + to) / 2) => ({
  estimate,
  interval: { from, to },
});

describe('the verdict', () => {
  it.each([
    ['all above what matters', 0.03, 0.05, { is: 'better', matters: 'surely' }],
    ['above 0, and some of it above what matters', 0.01, 0.05, { is: 'better', matters: 'perhaps' }],
    ['all below 0', -0.05, -0.03, { is: 'worse', matters: 'surely' }],
    ['below 0, and some of it small', -0.05, -0.01, { is: 'worse', matters: 'perhaps' }],
    ['small on both sides', -0.01, 0.015, { is: 'no-difference-that-matters' }],
    ['above 0, and small', 0.005, 0.015, { is: 'no-difference-that-matters' }],
  ])('on an interval %s', (_, from, to, verdict) => {
    expect(verdictOn(effect(from, to), { better: 'higher', matters: 0.02 })).toEqual(verdict);
  });

  it('turns round where lower is better', () => {
    const aim = { better: 'lower', matters: 0.02 } as const;
    expect(verdictOn(effect(-0.05, -0.03), aim)).toEqual({ is: 'better', matters: 'surely' });
    expect(verdictOn(effect(0.01, 0.05), aim)).toEqual({ is: 'worse', matters: 'perhaps' });
  });

  it('finds every difference matters where none is said not to', () => {
    const aim = { better: 'higher', matters: 0 } as const;
    expect(verdictOn(effect(0.0001, 0.0003), aim)).toEqual({ is: 'better', matters: 'surely' });
    expect(verdictOn(effect(-0.0001, 0.0003), aim)).toMatchObject({ is: 'not-enough-data' });
  });

  it('says how much more data would decide', () => {
    const aim = { better: 'higher', matters: 0.02 } as const;
    // Half of 0.06 is 0.03; it has to shrink to the 0.01 from 0, or to the 0.01 from what matters.
    expect(verdictOn(effect(-0.02, 0.04), aim)).toEqual({
      is: 'not-enough-data',
      times: expect.closeTo(9, 9),
    });
    // Nearer to 0: it becomes no difference sooner than a difference.
    expect(verdictOn(effect(-0.04, 0.04), aim)).toEqual({
      is: 'not-enough-data',
      times: expect.closeTo(4, 9),
    });
  });

  it('does not say how much more where that cannot be said', () => {
    const unknown = effect(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 1);
    expect(verdictOn(unknown, { better: 'higher', matters: 0.1 })).toEqual({
      is: 'not-enough-data',
      times: null,
    });
    expect(verdictOn(effect(-1, 1), { better: 'higher', matters: 0 })).toEqual({
      is: 'not-enough-data',
      times: null,
    });
  });

  it('of less than no difference is refused', () => {
    expect(() => verdictOn(effect(0, 1), { better: 'higher', matters: -1 })).toThrow(
      expect.objectContaining({ code: 'STATISTICS_INPUT' }),
    );
  });
});
