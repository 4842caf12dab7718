/** The shapes that operations on executions give back; see the session operations' outputs. */
import * as z from 'zod/mini';
import { executionGroupings } from '../../store/execution-stats.js';
import { totalShape } from '../paging/total-shape.js';
import { hunkView } from '../prompt/diff-outputs.js';
import { executionRecord, executionView, listedExecution } from './view-shapes.js';

const nullable = z.nullable;
const text = z.string();
const count = z.number();

export const executionListOutput = z.object({
  /** The newest first. */
  executions: z.array(listedExecution),
  ...totalShape,
  /** Where the next page begins; null on the last. */
  cursor: nullable(text),
});

export const executionShowOutput = z.object({
  execution: executionRecord,
  /** Credentials that it seems to hold, and where. */
  secrets: z.array(z.object({ kind: text, in: z.enum(['messages', 'answer', 'reasoning', 'tools']) })),
  next: text,
});

export const executionCompareOutput = z.object({
  before: executionRecord,
  after: executionRecord,
  /** Whether both were asked the same, in the same words. */
  sameQuestion: z.boolean(),
  sameAnswer: z.boolean(),
  /** What the answers say otherwise. */
  hunks: z.array(hunkView),
});

const figures = {
  executions: count,
  running: count,
  succeeded: count,
  /** Those that the cache answered. */
  cached: count,
  /** How many of those that are over succeeded, from 0 to 1. */
  successRate: nullable(count),
  /** As far as they are known; null when those of none are. */
  inputTokens: nullable(count),
  outputTokens: nullable(count),
  /** In US dollars, as far as it is known. */
  cost: count,
  /** The executions of which nobody knows what they cost. */
  unknownCost: count,
  /** Half of them took no longer. */
  latencyP50Ms: nullable(count),
  /** 95 of 100 took no longer. */
  latencyP95Ms: nullable(count),
};

export const executionStatsOutput = z.object({
  by: z.enum(executionGroupings),
  groups: z.array(z.object({ /** Null for those that have none. */ key: nullable(text), ...figures })),
  total: z.object(figures),
});

export const executionSearchOutput = z.object({
  /** The nearest first. */
  hits: z.array(
    z.object({
      execution: executionView,
      matches: z.array(
        z.object({
          field: z.enum(['prompt', 'model', 'response', 'messages']),
          /** A passage, in one line. */
          text,
          /** What was found in it, in UTF-16 units; the end is behind it. */
          ranges: z.array(z.object({ start: count, end: count })),
          hasBefore: z.boolean(),
          hasAfter: z.boolean(),
        }),
      ),
    }),
  ),
  /** Whether there may be more than were asked for. */
  more: z.boolean(),
});

export const executionExportOutput = z.object({
  format: z.enum(['jsonl', 'csv', 'md']),
  executions: count,
});

export const executionPruneOutput = z.object({
  /** How many were removed, or would be. */
  executions: count,
  /** The answers among them that the cache would have given again. */
  cacheEntries: nullable(count),
  before: z.date(),
  /** False when it was only counted. */
  removed: z.boolean(),
});

export const executionRedactOutput = z.object({
  /** What was named. */
  subject: z.object({
    kind: z.enum(['execution', 'session', 'batch', 'run', 'before']),
    /** Null for all before a time. */
    id: nullable(text),
    /** Null for all else. */
    time: nullable(z.date()),
  }),
  /** In how many places something was found. */
  places: count,
  kinds: z.array(z.object({ kind: text, places: count })),
  /** The executions that hold it: those that were meant, and those that share their answers by the cache. */
  executions: z.array(text),
  /** The attempts of sessions that hold it. */
  attempts: z.array(text),
  /** The runs of workflows that hold it. */
  runs: z.array(text),
  /** How many rows of batches hold it, each repetition counted. */
  rows: count,
  /** False when it was only looked for. */
  removed: z.boolean(),
  next: text,
});

export type ExecutionListOutput = z.infer<typeof executionListOutput>;
export type ExecutionShowOutput = z.infer<typeof executionShowOutput>;
export type ExecutionCompareOutput = z.infer<typeof executionCompareOutput>;
export type ExecutionStatsOutput = z.infer<typeof executionStatsOutput>;
export type ExecutionSearchOutput = z.infer<typeof executionSearchOutput>;
export type ExecutionExportOutput = z.infer<typeof executionExportOutput>;
export type ExecutionPruneOutput = z.infer<typeof executionPruneOutput>;
export type ExecutionRedactOutput = z.infer<typeof executionRedactOutput>;
