import type { Check } from './checks/check.js';
import { scoreAnswer } from './checks/score-answer.js';
import { scoreMetric } from './metric-named.js';

/** What became of asking a variant for a row. */
export interface AskedRow {
  /** Null when there is none: it failed. */
  readonly answer: string | null;
  /** What the row expects of it; null where it says nothing. */
  readonly expected: string | null;
  /** In US dollars; null is unknown. */
  readonly cost: number | null;
  /** In milliseconds; null is unknown. */
  readonly latency: number | null;
}

/**
 * What is measured of a row that was asked, by the names of the metrics; what cannot be told is left out. Whoever asks
 * has no use of an answer that did not come: it fails every check. What it cost and how long it took says nothing of
 * answers, and is left out.
 */
export async function measureAnswer(
  { answer, expected, cost, latency }: AskedRow,
  checks: readonly Check[],
): Promise<ReadonlyMap<string, number>> {
  const measured = new Map<string, number>();
  const scores: (number | null)[] = [];
  for (const check of checks) {
    const score = answer === null ? 0 : await scoreAnswer(check, answer, expected);
    scores.push(score);
    if (score !== null) measured.set(scoreMetric(check), score);
  }
  if (!scores.includes(null)) measured.set('success', scores.every((score) => score === 1) ? 1 : 0);
  if (answer !== null && cost !== null) measured.set('cost', cost);
  if (answer !== null && latency !== null) measured.set('latency', latency);
  return measured;
}
