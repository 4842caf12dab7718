import type { OptimizationRow } from './optimization-row.js';

/** How answers are judged. */
export interface AnswerScoring {
  /** How well an answer stands up to each check, in the order of the checks. */
  score(answer: string, row: OptimizationRow): Promise<readonly CheckScore[]>;
  /**
   * How well it stands up to what another row expects: an answer that passes there too says nothing of its own row.
   *
   * @returns the mean of the checks that take an expected text and cost nothing, from 0 to 1; null when there are none
   */
  scoreAgainst(answer: string, expected: string): Promise<number | null>;
}

export interface CheckScore {
  /** What the check is called. */
  readonly check: string;
  /** From 0 to 1. */
  readonly score: number;
  /** What is to be said of it to who writes the prompt, a sentence or two; null when the score says all. */
  readonly feedback: string | null;
}
