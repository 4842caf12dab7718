import { studentTQuantile, studentTTwoSided } from '../distributions/student-t.js';
import { type Confidence, type Effect, unknownEffect } from '../effect.js';
import type { Estimate } from '../estimate.js';
import { requireBetween0And1 } from '../require-figure.js';

/**
 * The effect that follows from an estimate by Student's t distribution.
 *
 * Where nothing varied, nothing is known of how far the estimate is off: the interval is then without ends, and the
 * p-value 1.
 *
 * @throws {StatisticsInputError} for a confidence that is not between 0 and 1
 * @example studentEffect({ estimate: 1, standardError: 0.5, df: 10 }, { confidence: 0.95 }).pValue // 0.0734
 */
export function studentEffect({ estimate, standardError, df }: Estimate, { confidence }: Confidence): Effect {
  requireBetween0And1('the confidence', confidence);
  if (!(standardError > 0 && df > 0)) return unknownEffect(estimate);
  const half = studentTQuantile((1 + confidence) / 2, df) * standardError;
  return {
    estimate,
    interval: { from: estimate - half, to: estimate + half },
    pValue: studentTTwoSided(estimate / standardError, df),
  };
}
