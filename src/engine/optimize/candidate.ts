import type { NanoDollars } from '../execution/execution.js';

/** `reflective`: proposals are made from what went wrong; `random`: from nothing, to compare with. */
export const searchArms = ['reflective', 'random'] as const;
export type SearchArm = (typeof searchArms)[number];

/** What a candidate is called: `start`, or the letter of its arm and the number of its proposal there: `r1`, `b7`. */
export type CandidateName = string;

export const START: CandidateName = 'start';

/** How a candidate came about. */
export const candidateOrigins = ['start', 'reflection', 'merge', 'rewrite'] as const;
export type CandidateOrigin = (typeof candidateOrigins)[number];

/** A text for the message that is written anew, and what became of it. */
export interface Candidate {
  readonly name: CandidateName;
  /** Null for the start, with which both begin. */
  readonly arm: SearchArm | null;
  readonly origin: CandidateOrigin;
  /** Those that the reflecting model was shown. */
  readonly parents: readonly CandidateName[];
  /** Null when the answer had none. */
  readonly template: string | null;
  readonly fate: CandidateFate;
}

/** The same with the moment at which that was known. */
export interface KeptCandidate extends Candidate {
  /** The calls that its arm had made by then. */
  readonly calls: number;
}

/**
 * What became of a candidate.
 * - `refused`: it broke a rule, and was never asked
 * - `untried`: it keeps to the rules, and has not been tried; so it stays where the budget ends before
 * - `no-better`: on the rows that it was tried with first it was no better than its parents; scores are sums over them
 * - `pooled`: it was measured on all rows of the selection set
 */
export type CandidateFate =
  | { readonly is: 'refused'; readonly rule: ProposalRule; readonly because: string }
  | { readonly is: 'untried' }
  | { readonly is: 'no-better'; readonly score: number; readonly parentScore: number; readonly rows: number }
  | { readonly is: 'pooled'; readonly selection: SelectionFigures };

/** How a candidate did on the selection set. */
export interface SelectionFigures {
  /** The mean over the rows, from 0 to 1. */
  readonly score: number;
  /** The mean of an answer's; null when it is not known. */
  readonly cost: NanoDollars | null;
  readonly rows: number;
  /** How often each row was asked. */
  readonly repeats: number;
}

/** What a proposal may break. */
export const proposalRules = [
  'no-template',
  'cut-off',
  'too-long',
  'not-a-template',
  'variables',
  'tags',
  'expressions',
  'frozen',
  'copied-text',
  'seen-before',
  'any-answer-passes',
] as const;
export type ProposalRule = (typeof proposalRules)[number];
