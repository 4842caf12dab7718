/** The shapes that optimisation operations give back; see the session operations' outputs. */
import * as z from 'zod/mini';
import { candidateOrigins, proposalRules, searchArms } from '../../engine/optimize/candidate.js';
import { optimizationGoals, optimizationStatuses } from '../../engine/optimize/optimization.js';
import { armEndings, claims } from '../../engine/optimize/optimization-outcome.js';
import { experimentCheckView } from '../experiment/outputs.js';
import { totalShape } from '../paging/total-shape.js';
import { hunkView } from '../prompt/diff-outputs.js';

const text = z.string();
const count = z.number();
const time = z.date();
const nullable = z.nullable;

/** What may be said of what was chosen. */
const finding = z.enum(['nothing-better-found', 'not-judged', ...claims]);

/** An optimisation, as lists show it. */
export const optimizationView = z.object({
  id: text,
  project: nullable(z.object({ id: text, name: text })),
  /** The version that it begins with. */
  prompt: text,
  /** Which message of it is written anew, from 1. */
  message: count,
  model: text,
  /** The model that writes proposals. */
  reflectionModel: text,
  status: z.enum(optimizationStatuses),
  /** Why it was paused; null when somebody wanted it so. */
  problem: nullable(z.object({ code: text, message: text })),
  /** What it may take; the cost in US dollars. */
  budget: z.object({ calls: nullable(count), cost: nullable(count) }),
  /** What it has taken so far; the cost is null when that of a call is unknown. */
  spent: z.object({ calls: count, cost: nullable(count) }),
  seed: text,
  goal: z.enum(optimizationGoals),
  /** The smallest difference of scores that matters. */
  matters: count,
  /** Whether a random search is run beside it. */
  baseline: z.boolean(),
  /** How many times as long as the start a proposal may be. */
  growth: count,
  /** What it came to; null before its end. */
  result: nullable(z.object({ chosen: text, finding, says: text })),
  /** The id of the version that was made of it; null until one was. */
  applied: nullable(text),
  actor: text,
  createdAt: time,
  updatedAt: time,
  finishedAt: nullable(time),
});

/** A mean score, with the interval in which the true one is. */
export const scoreFigureView = z.object({
  score: count,
  /** Null when it cannot be told. */
  from: nullable(count),
  to: nullable(count),
  /** The mean of an answer, in US dollars; null is unknown. */
  cost: nullable(count),
  rows: count,
});

/** How what was chosen differs from the start, row by row of the hold-out. */
export const metricFindingView = z.object({
  /** The chosen less the start. */
  estimate: count,
  from: nullable(count),
  to: nullable(count),
  confidence: count,
  pValue: count,
  method: text,
  rows: count,
});

/** A text that was tried, and what became of it. */
export const candidateView = z.object({
  name: text,
  /** Null for the start. */
  arm: nullable(z.enum(searchArms)),
  origin: z.enum(candidateOrigins),
  parents: z.array(text),
  fate: z.enum(['untried', 'refused', 'no-better', 'pooled']),
  /** On the rows that it was measured on; null when it was never asked to the end. */
  score: nullable(count),
  /** Of its parents on the same rows; null when it was not compared with them. */
  parentScore: nullable(count),
  rows: nullable(count),
  /** The rule that it broke, and why; null when it broke none. */
  refused: nullable(z.object({ rule: z.enum(proposalRules), because: text })),
  /** The calls that its arm had made by then. */
  calls: count,
  /** Null when the answer had none. */
  template: nullable(text),
});

export const optimizationListOutput = z.object({
  optimizations: z.array(optimizationView),
  ...totalShape,
  /** Where the next page begins; null on the last. */
  cursor: nullable(text),
});

export const optimizationShowOutput = z.object({
  optimization: optimizationView,
  /** What it came to, in sentences; none before its end. */
  says: z.array(text),
  checks: z.array(experimentCheckView),
  /** The column of the data that says what is expected; null when none does. */
  expect: nullable(text),
  /** How many rows are for what; null before its end. */
  sets: nullable(z.object({ feedback: count, selection: count, holdOut: count, unused: count })),
  /** Of the start and of the best of each arm: on rows that choices went by, and on rows that none saw. */
  figures: z.array(
    z.object({
      candidate: text,
      arm: nullable(z.enum(searchArms)),
      training: scoreFigureView,
      holdOut: nullable(scoreFigureView),
    }),
  ),
  /** What was chosen, compared with the start on the hold-out; the cost in US dollars. */
  score: nullable(metricFindingView),
  cost: nullable(metricFindingView),
  /** Why each arm came to its end. */
  ends: z.array(
    z.object({
      arm: z.enum(searchArms),
      because: z.enum(armEndings),
      proposals: count,
      refused: count,
      pooled: count,
      calls: count,
    }),
  ),
  /** In the order in which they were tried. */
  candidates: z.array(candidateView),
  /** What was chosen, or is the best so far, by lines of the message; null when that is the start. */
  difference: nullable(z.object({ candidate: text, hunks: z.array(hunkView) })),
  /** The version that was made of it: `review@4`; null until one was, and when that is gone. */
  appliedAs: nullable(text),
  next: text,
});

/** What became of running one. */
export const optimizationRunOutput = z.object({
  optimization: optimizationView,
  says: z.array(text),
  /** What to be aware of. */
  warnings: z.array(text),
  next: text,
});

/** What applying one brought forth. */
export const optimizationApplyOutput = z.object({
  optimization: optimizationView,
  /** Which text it is. */
  candidate: text,
  /** The version that has it: `review@4`. */
  prompt: text,
  /** False when the prompt says that already. */
  changed: z.boolean(),
  /** What stands beside the version. */
  note: text,
  warnings: z.array(text),
  next: text,
});

export type OptimizationView = z.infer<typeof optimizationView>;
export type ScoreFigureView = z.infer<typeof scoreFigureView>;
export type MetricFindingView = z.infer<typeof metricFindingView>;
export type CandidateView = z.infer<typeof candidateView>;
export type OptimizationListOutput = z.infer<typeof optimizationListOutput>;
export type OptimizationShowOutput = z.infer<typeof optimizationShowOutput>;
export type OptimizationRunOutput = z.infer<typeof optimizationRunOutput>;
export type OptimizationApplyOutput = z.infer<typeof optimizationApplyOutput>;
