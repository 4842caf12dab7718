import type { Interval } from '../../../statistics/effect.js';
import { studentEffect } from '../../../statistics/means/student-effect.js';
import { RunningMoments } from '../../../statistics/moments/running-moments.js';
import { wilsonInterval } from '../../../statistics/proportions/wilson.js';
import type { NanoDollars } from '../../execution/execution.js';
import type { ScoreFigure } from '../optimization-outcome.js';

const confidence = { confidence: 0.95 };

/**
 * The mean of scores with its interval: Wilson's where each is 0 or 1, Student's otherwise.
 *
 * @param scores one of each row, from 0 to 1
 * @param cost the mean of an answer's
 */
export function scoreFigure(scores: readonly number[], cost: NanoDollars | null): ScoreFigure {
  const total = scores.reduce((sum, score) => sum + score, 0);
  const rows = scores.length;
  return { score: rows === 0 ? 0 : total / rows, interval: intervalOf(scores, total), cost, rows };
}

function intervalOf(scores: readonly number[], total: number): Interval | null {
  if (scores.length === 0) return null;
  if (areYesOrNo(scores)) return wilsonInterval({ successes: total, count: scores.length }, confidence);
  const moments = new RunningMoments();
  for (const score of scores) moments.add(score);
  const { mean, variance, count } = moments.sample();
  const { interval } = studentEffect(
    { estimate: mean, standardError: Math.sqrt(variance / count), df: count - 1 },
    confidence,
  );
  if (!Number.isFinite(interval.from)) return null;
  return { from: Math.max(0, interval.from), to: Math.min(1, interval.to) };
}

/** Whether scores are a matter of yes or no. */
export function areYesOrNo(scores: readonly number[]): boolean {
  return scores.every((score) => score === 0 || score === 1);
}
