/** The shapes of what the operations on runs give back. Operations import the types only. */
import * as z from 'zod/mini';
import { evidenceView, planningView, sessionView, stepName } from '../view-shapes.js';
import { phaseName } from './run-settings.js';

const nullable = z.nullable;
const text = z.string();
const count = z.number();
const time = z.date();

const standingSecret = z.object({ attempt: text, kind: text });
const problem = z.object({ code: text, message: text });

/** A path or a name that the plan takes for granted and that is not there. */
export const missingReference = z.object({ kind: z.enum(['path', 'symbol']), text, line: count });

/** One try at a step of a run. */
export const runStepView = z.object({
  step: stepName,
  part: nullable(count),
  /** Counts the tries at the step, from 1. */
  attempt: count,
  status: z.enum(['started', 'done', 'failed', 'stale']),
  startedAt: time,
  finishedAt: nullable(time),
  /** The attempt of the session that its answer became. */
  answer: nullable(text),
  executions: z.array(text),
  /** In US dollars; null is unknown. */
  cost: nullable(count),
  missing: z.array(missingReference),
  /** Whether the project's own test command passed; null when it was not run. */
  verified: nullable(z.boolean()),
  gate: nullable(
    z.object({ decision: z.enum(['pending', 'approved', 'edited', 'rejected']), comment: nullable(text) }),
  ),
  problem: nullable(problem),
});

/** What waits for somebody's word. */
export const gateView = z.object({
  step: stepName,
  part: nullable(count),
  attempt: text,
  /** What is to be approved, shortened, without credentials. */
  preview: text,
  missing: z.array(missingReference),
  evidence: nullable(evidenceView),
});

export const runOutput = z.object({
  session: sessionView,
  run: z.object({
    id: text,
    status: z.enum(['running', 'waiting', 'stopped', 'failed', 'completed']),
    until: phaseName,
    /** Null for a later phase that nobody was named for. */
    models: z.object({ planning: text, analysis: nullable(text), implementation: nullable(text) }),
    problem: nullable(problem),
  }),
  /** What can be done about the problem. */
  hint: nullable(text),
  /** Why a session that has just begun takes no part in an experiment that would have been for it. */
  notes: z.array(text),
  steps: z.array(runStepView),
  gate: nullable(gateView),
  /** What was found after the implementation that was done last; null when nobody looked, or it waits. */
  evidence: nullable(evidenceView),
  /** Of all its executions, in US dollars; null when a part of it is unknown. */
  cost: nullable(count),
  /** What its answers seem to hold of credentials: where they are, never what they are. */
  secrets: z.array(standingSecret),
  next: text,
});

export type RunOutput = z.output<typeof runOutput>;
export type RunStepView = z.output<typeof runStepView>;
export type GateView = z.output<typeof gateView>;

/** One step that a model or an agent did. */
export const stepRunOutput = z.object({
  session: sessionView,
  step: stepName,
  part: nullable(count),
  /** The attempt that the answer became. */
  attempt: text,
  executions: z.array(text),
  /** In US dollars; null is unknown. */
  cost: nullable(count),
  /** The answer, without credentials. */
  answer: text,
  planning: nullable(planningView),
  missing: z.array(missingReference),
  evidence: nullable(evidenceView),
  secrets: z.array(standingSecret),
  next: text,
});

export const rateOutput = z.object({
  session: sessionView,
  phase: phaseName,
  rating: count,
  note: nullable(text),
});

export const contextOutput = z.object({
  /** The folder of the codebase. */
  root: text,
  text,
  /** Estimated. */
  tokens: count,
  /** The most that it may have. */
  limit: count,
  parts: z.array(
    z.object({ kind: text, title: text, path: nullable(text), tokens: count, truncated: z.boolean() }),
  ),
  /** What was left out of it, and why. */
  leftOut: z.array(z.object({ path: text, reason: text })),
});

export type StepRunOutput = z.output<typeof stepRunOutput>;
export type RateOutput = z.output<typeof rateOutput>;
export type ContextOutput = z.output<typeof contextOutput>;
