import * as z from 'zod/mini';
import type { Check } from '../../engine/experiment/checks/check.js';
import type { Optimization } from '../../engine/optimize/optimization.js';
import { type BatchQuestion, batchQuestion } from '../batch/batch-question.js';
import { keptCheck } from '../experiment/experiment-settings.js';

/** What an optimisation asks besides its rows, as it is kept, and how answers are judged. */
const optimizationQuestion = z.extend(batchQuestion, {
  checks: z.array(keptCheck),
  /** The column of the data that says what is expected of an answer; null when none does. */
  expect: z.nullable(z.string()),
});

export interface OptimizationQuestion extends BatchQuestion {
  readonly checks: readonly Check[];
  readonly expect: string | null;
}

export function questionOfOptimization({ settings }: Pick<Optimization, 'settings'>): OptimizationQuestion {
  return z.parse(optimizationQuestion, settings.question);
}

/** The question as it is kept. What JSON cannot express is left out of it. */
export function keptOptimizationQuestion(
  question: {
    readonly [Key in keyof OptimizationQuestion]: unknown;
  },
): OptimizationQuestion {
  return z.parse(optimizationQuestion, JSON.parse(JSON.stringify(question)));
}
