import type { Interval } from '../../statistics/effect.js';
import type { Verdict } from '../../statistics/verdict.js';
import type { NanoDollars } from '../execution/execution.js';
import type { CandidateName, SearchArm } from './candidate.js';

/** What an optimisation came to, as JSON can express it. */
export interface OptimizationOutcome {
  /** The best by all that the search saw; `start` when nothing was better. */
  readonly chosen: CandidateName;
  readonly finding: Finding;
  /** Of the start, of the best of each arm, and so of what was chosen; each once. */
  readonly figures: readonly CandidateFigures[];
  readonly ends: readonly ArmEnd[];
  readonly sets: SplitSizes;
  readonly spent: { readonly calls: number; readonly cost: NanoDollars | null };
}

/** What the hold-out says of the chosen candidate, compared with the start. */
export type Finding =
  /** There was nothing to compare. */
  | { readonly is: 'nothing-better-found' }
  /** What was left of the budget was too little to ask the hold-out. */
  | { readonly is: 'not-judged' }
  | {
      readonly is: 'judged';
      readonly claim: Claim;
      readonly score: MetricFinding;
      /** Null when the goal is the score alone, or the cost of an answer is not known. */
      readonly cost: MetricFinding | null;
    };

/**
 * What may be said of it.
 * - `better`: its score is higher, and the interval says so
 * - `cheaper`: it costs less, and its score is not lower by as much as matters; the intervals say so
 * - `worse`: its score is lower, and the interval says so
 * - `no-difference-that-matters`
 * - `not-enough-data`
 * - `gamed`: its answers would pass for what other rows expect, so that a higher score says nothing
 */
export const claims = [
  'better',
  'cheaper',
  'worse',
  'no-difference-that-matters',
  'not-enough-data',
  'gamed',
] as const;
export type Claim = (typeof claims)[number];

/** How the chosen candidate differs from the start, row by row of the hold-out. */
export interface MetricFinding {
  /** The chosen less the start, in the unit of the metric. */
  readonly estimate: number;
  /** Where the true difference is; null when that cannot be told. */
  readonly interval: Interval | null;
  /** Of the interval. */
  readonly confidence: number;
  readonly pValue: number;
  /** How it was calculated. */
  readonly method: string;
  readonly rows: number;
  readonly verdict: Verdict;
}

/** How a candidate did on rows that choices went by, and on rows that none saw. */
export interface CandidateFigures {
  readonly candidate: CandidateName;
  readonly arm: SearchArm | null;
  /** On the selection set: the score that made it chosen, and so too good as a rule. */
  readonly training: ScoreFigure;
  /** Null when it was not asked there. */
  readonly holdOut: ScoreFigure | null;
}

export interface ScoreFigure {
  /** The mean over the rows, from 0 to 1. */
  readonly score: number;
  /** Where the true mean is, in 95 of 100 cases; null when that cannot be told. */
  readonly interval: Interval | null;
  /** The mean of an answer's; null when it is not known. */
  readonly cost: NanoDollars | null;
  readonly rows: number;
}

/** Why an arm came to its end. */
export const armEndings = ['budget', 'perfect', 'no-progress'] as const;

export interface ArmEnd {
  readonly arm: SearchArm;
  readonly because: (typeof armEndings)[number];
  readonly proposals: number;
  readonly refused: number;
  readonly pooled: number;
  /** The calls that it went by, the start's on the selection set among them. */
  readonly calls: number;
}

/** How many rows are for what; no row is for two things. */
export interface SplitSizes {
  /** Shown to the reflecting model. */
  readonly feedback: number;
  /** What candidates are chosen by. */
  readonly selection: number;
  /** What the outcome is judged by. */
  readonly holdOut: number;
  /** Not used: more rows would cost more than they tell. */
  readonly unused: number;
}
