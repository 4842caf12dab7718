import type { OptimizationId, ProjectId, PromptVersionId } from '../../base/ids.js';
import type { ProcessIdentity } from '../../base/process/process-identity.js';
import type { ExecutedPrompt, NanoDollars } from '../execution/execution.js';
import type { OptimizationOutcome } from './optimization-outcome.js';

/**
 * Where an optimisation stands.
 * - `running`: it is searching, or was when its process died
 * - `paused`: it stopped before its end, and goes on where it was when it is run again
 * - `completed`: it has an outcome
 */
export const optimizationStatuses = ['running', 'paused', 'completed'] as const;
export type OptimizationStatus = (typeof optimizationStatuses)[number];

/** A search for a better text of one message of a prompt. */
export interface Optimization {
  readonly id: OptimizationId;
  readonly project: ProjectId | null;
  /** The version that it begins with. */
  readonly prompt: ExecutedPrompt & { readonly reference: string };
  /** Which message of the prompt is written anew, from 1; the others stay as they are. */
  readonly message: number;
  /** The template of that message, as it was. */
  readonly start: string;
  /** The full name of the model that the prompt is for. */
  readonly model: string;
  /** The full name of the model that writes proposals. */
  readonly reflectionModel: string;
  readonly settings: OptimizationSettings;
  readonly status: OptimizationStatus;
  /** Null as long as it has not come to its end. */
  readonly outcome: OptimizationOutcome | null;
  /** Why it was paused; null when somebody wanted it so. */
  readonly problem: OptimizationProblem | null;
  /** The process that is at it; null when none is. */
  readonly owner: ProcessIdentity | null;
  /** The version that was made of what it chose; null as long as none was. */
  readonly applied: PromptVersionId | null;
  readonly actor: string;
  readonly createdAt: Date;
  /** When its status was changed last. */
  readonly updatedAt: Date;
  readonly finishedAt: Date | null;
}

export interface OptimizationProblem {
  readonly code: string;
  readonly message: string;
}

/** How an optimisation was asked for. With the same settings, rows and answers it comes to the same end. */
export interface OptimizationSettings extends SearchSettings {
  /** What is asked besides, as JSON can express it: the affair of who asks. */
  readonly question: object;
}

/** What the search goes by. */
export interface SearchSettings {
  readonly budget: OptimizationBudget;
  /** What rows are shared out by, and parents drawn by. */
  readonly seed: string;
  readonly goal: OptimizationGoal;
  /** The smallest difference of scores that matters, from 0 to 1; 0: every one does. */
  readonly matters: number;
  /** Whether a random search with the same budget is run beside it. */
  readonly hasBaseline: boolean;
  /** How many times as long as the start a proposal may be. */
  readonly growth: number;
  /** Calls at the same time. What is decided does not depend on it. */
  readonly concurrency: number;
}

/**
 * What an optimisation may spend, the baseline and the hold-out included. At least one of the two is set; the one that
 * is used up first ends the search.
 */
export interface OptimizationBudget {
  /** How many questions may be put to models; one that was cut off and is asked again counts once. */
  readonly calls: number | null;
  readonly cost: NanoDollars | null;
}

/**
 * - `score`: a higher score is better
 * - `score-then-cost`: among those whose scores differ by no more than what matters, the cheaper one is
 */
export const optimizationGoals = ['score', 'score-then-cost'] as const;
export type OptimizationGoal = (typeof optimizationGoals)[number];
