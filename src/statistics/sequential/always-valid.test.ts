import { describe, expect, it } from 'vitest';
import { alwaysValidEffect } from './always-valid.js';

const settings = { confidence: 0.95 };

describe('an always-valid interval', () => {
  it('is the one of the paper, at a place that was calculated apart', () => {
    const { interval, pValue } = alwaysValidEffect(
      { estimate: 0.1, standardError: 0.03, units: 4000 },
      settings,
    );
    // σ √(2(tρ² + 1) / (t²ρ²) · log(√(tρ² + 1) / α)), with σ = 0.03 √4000 and t = 4000, in Python.
    expect(interval.to - 0.1).toBeCloseTo(0.09121121137386123, 10);
    expect(pValue).toBeCloseTo(0.022319154520694388, 10);
  });

  it('leaves 0 out when the p-value is below what is left to the confidence', () => {
    for (let estimate = 0; estimate < 0.2; estimate += 0.001) {
      const { interval, pValue } = alwaysValidEffect({ estimate, standardError: 0.03, units: 900 }, settings);
      expect(interval.from > 0).toBe(pValue < 0.05);
    }
  });

  it('is tightest, in standard errors, at about the units that it is tuned for', () => {
    const widthAt = (units: number) => {
      const { interval } = alwaysValidEffect(
        { estimate: 0, standardError: 1, units },
        { ...settings, tightestAt: 1000 },
      );
      return interval.to;
    };
    expect(widthAt(1000)).toBeLessThan(widthAt(100));
    expect(widthAt(1000)).toBeLessThan(widthAt(10_000));
    expect(widthAt(1000)).toBeGreaterThan(1.96);
  });

  it('knows nothing where nothing varied', () => {
    const { interval, pValue } = alwaysValidEffect({ estimate: 1, standardError: 0, units: 9 }, settings);
    expect(interval).toEqual({ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY });
    expect(pValue).toBe(1);
  });

  it('is refused for no units', () => {
    expect(() => alwaysValidEffect({ estimate: 1, standardError: 1, units: 0 }, settings)).toThrow(
      expect.objectContaining({ code: 'STATISTICS_INPUT' }),
    );
  });
});
