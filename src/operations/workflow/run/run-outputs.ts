/** The shapes of what the operations on runs of workflows give back; see the session operations' outputs. */
import * as z from 'zod/mini';
import type { JsonValue } from '../../../formats/json-value.js';
import { totalShape } from '../../paging/total-shape.js';

const text = z.string();
const count = z.number();
const time = z.date();
const nullable = z.nullable;
const json: z.ZodMiniType<JsonValue> = z.json();

const problem = z.object({ code: text, message: text });

export const workflowRunStatus = z.enum([
  'running',
  'waiting',
  'stopped',
  'failed',
  'completed',
  'cancelled',
]);

/** A run in few words. */
export const workflowRunView = z.object({
  id: text,
  workflow: z.object({ id: text, name: text, version: count }),
  project: nullable(text),
  /** A running one whose process has died goes on with `workflow resume`. */
  status: workflowRunStatus,
  /** Why it stopped or failed. */
  problem: nullable(problem),
  actor: text,
  createdAt: time,
  updatedAt: time,
});

/** A step of a run: its newest try. */
export const workflowStepView = z.object({
  /** Where it stands: `draft`, `each[3].draft` for the third entry of a list. */
  path: text,
  /** What it does: prompt, ask, run, gate and so on. */
  kind: text,
  /**
   * `pending`: it was not begun yet; `skipped`: its condition was not true, or its branch not taken; `waiting`: a
   * gate is open; `stale`: what it brought forth does not count any more.
   */
  status: z.enum(['pending', 'skipped', 'started', 'done', 'failed', 'waiting', 'stale']),
  /** How often it was tried. */
  tries: count,
  /** How many of the tries ended with their process: nobody knows how far they came. */
  ambiguous: count,
  startedAt: nullable(time),
  finishedAt: nullable(time),
  /** Of all its tries, in US dollars; null is unknown. */
  cost: nullable(count),
  /** What was asked of models, the newest last. */
  executions: z.array(text),
  decision: nullable(
    z.object({
      is: z.enum(['pending', 'approved', 'edited', 'rejected']),
      comment: nullable(text),
      actor: nullable(text),
    }),
  ),
  problem: nullable(problem),
});

/** A content that waits for somebody's word. */
export const workflowGateView = z.object({
  path: text,
  /** What is to be approved, without credentials. */
  content: text,
  /** SHA-256 of it, in hexadecimal: an approval is for exactly that. */
  checksum: text,
  /** What a rejection does. */
  onReject: z.enum(['stop', 'redo']),
  /** The command that approves exactly this. */
  approve: text,
});

export const workflowRunOutput = z.object({
  run: workflowRunView,
  /** What it was given, without credentials. */
  inputs: json,
  /** What it brought forth; null before its end. */
  outputs: json,
  steps: z.array(workflowStepView),
  gates: z.array(workflowGateView),
  /** Of all its executions, in US dollars; null when a part of it is unknown. */
  cost: nullable(count),
  /** What can be done about the problem, or what is to be known of it besides. */
  hint: nullable(text),
  next: nullable(text),
});

export const workflowRunListOutput = z.object({
  runs: z.array(workflowRunView),
  ...totalShape,
  /** Where the next page begins; null on the last. */
  cursor: nullable(text),
});

/** One try at a step, with all that came of it. */
export const workflowTryView = z.object({
  path: text,
  /** Counts the tries at the step, from 1. */
  attempt: count,
  status: z.enum(['started', 'done', 'failed', 'stale']),
  startedAt: time,
  finishedAt: nullable(time),
  /** The value that later steps see, without credentials. */
  result: json,
  execution: nullable(text),
  decision: workflowStepView.shape.decision,
  problem: nullable(problem),
});

/** A run with all that its steps brought forth. */
export const workflowRunDocument = z.object({
  run: workflowRunView,
  inputs: json,
  outputs: json,
  tries: z.array(workflowTryView),
  /** In US dollars; null when a part of it is unknown. */
  cost: nullable(count),
  /** The YAML text of the workflow, in the version that ran. */
  source: text,
  /** The same for people, in Markdown. */
  markdown: text,
});

/** What a dry run came to. */
export const workflowDryRunOutput = z.object({
  workflow: text,
  outputs: json,
  steps: z.array(z.object({ path: text, kind: text, status: text, result: json })),
});

/** Stubs to begin with. */
export const workflowStubsOutput = z.object({
  workflow: text,
  /** One for each step that needs one, by their paths. */
  stubs: z.record(text, json),
  /** The same as YAML. */
  text,
});

export type WorkflowRunView = z.infer<typeof workflowRunView>;
export type WorkflowStepView = z.infer<typeof workflowStepView>;
export type WorkflowGateView = z.infer<typeof workflowGateView>;
export type WorkflowRunOutput = z.infer<typeof workflowRunOutput>;
export type WorkflowRunListOutput = z.infer<typeof workflowRunListOutput>;
export type WorkflowTryView = z.infer<typeof workflowTryView>;
export type WorkflowRunDocument = z.infer<typeof workflowRunDocument>;
export type WorkflowDryRunOutput = z.infer<typeof workflowDryRunOutput>;
export type WorkflowStubsOutput = z.infer<typeof workflowStubsOutput>;
