/** The shapes that batch operations give back, as schemas; see the session operations' outputs. */
import * as z from 'zod/mini';
import { batchStatuses, itemStatuses } from '../../engine/batch/batch.js';
import type { JsonValue } from '../../formats/json-value.js';
import { usageView } from '../execution/view-shapes.js';
import { totalShape } from '../paging/total-shape.js';
import { resultFormats } from './results/result-formats.js';

const nullable = z.nullable;
const text = z.string();
const count = z.number();
const time = z.date();
const json: z.ZodMiniType<JsonValue> = z.json();
const problem = z.object({ code: text, message: text });

/** A batch, with how far it is. */
export const batchView = z.object({
  id: text,
  name: nullable(text),
  project: nullable(z.object({ id: text, name: text })),
  /** The prompt with its version, as people write it. */
  prompt: text,
  /** The model's full name. */
  model: text,
  status: z.enum(batchStatuses),
  /** How many rows there are, each repetition counted; null while they are being read. */
  rows: nullable(count),
  /** How many of them are answered. */
  done: count,
  /** How many of them failed. */
  failed: count,
  /** How often each row of the data is asked. */
  repeat: count,
  /** Calls at the same time, of each process. */
  concurrency: count,
  /** How many calls may begin in some time, of all processes together; null for as many as there are. */
  rate: nullable(z.object({ calls: count, seconds: count })),
  /** What it has cost so far, in US dollars; calls that nobody knows the cost of count with the most they could. */
  cost: count,
  /** What it may cost, in US dollars; null for as much as it takes. */
  maxCost: nullable(count),
  /** Why it was paused; null when somebody wanted it so. */
  problem: nullable(problem),
  actor: text,
  createdAt: time,
  updatedAt: time,
  /** When it was completed or cancelled. */
  finishedAt: nullable(time),
});

/** A row that failed, and why. */
export const failedRowView = z.object({
  position: count,
  row: count,
  repetition: count,
  /** Null when it was never asked. */
  execution: nullable(text),
  problem,
});

/** A call whose process was gone before anybody knew how it ended: it may have been answered, and paid for. */
export const ambiguousCallView = z.object({
  position: count,
  row: count,
  repetition: count,
  execution: text,
  startedAt: time,
});

/** A process that has rows of the batch. */
export const batchWorkerView = z.object({
  id: text,
  host: text,
  pid: count,
  status: z.enum(['running', 'draining', 'stopped', 'gone']),
  claimed: count,
  seenAt: time,
});

/** What became of running a batch. */
export const batchRunOutput = z.object({
  batch: batchView,
  /** What to be aware of: variables that the prompt does not have, settings that it asks for in vain. */
  warnings: z.array(text),
  next: text,
});

/** What was changed of a batch: paused, cancelled, made ready for another try. */
export const batchChangeOutput = z.object({
  batch: batchView,
  /** How many rows are concerned: cancelled, or to be tried again. */
  changed: count,
  next: text,
});

export const batchListOutput = z.object({
  batches: z.array(batchView),
  ...totalShape,
  cursor: nullable(text),
});

export const batchStatusOutput = z.object({
  batch: batchView,
  tally: z.object({ pending: count, claimed: count, done: count, failed: count, cancelled: count }),
  workers: z.array(batchWorkerView),
  /** Why rows failed, the commonest first, with the first of the rows. */
  problems: z.array(z.object({ code: text, rows: count, first: failedRowView })),
  /** The first rows that failed. */
  failures: z.array(failedRowView),
  /** All calls that nobody knows the end of. */
  ambiguous: z.array(ambiguousCallView),
  next: text,
});

/** What was written of a batch. */
export const batchResultsOutput = z.object({
  batch: batchView,
  format: z.enum(resultFormats),
  /** How many rows were written. */
  rows: count,
});

/** A row with what came of it. */
export const batchResultRow = z.object({
  position: count,
  row: count,
  repetition: count,
  status: z.enum(itemStatuses),
  /** The values of the variables, as the data has them. */
  input: z.record(text, json),
  /** The answer; null when there is none. Credentials in it have a mark in their place. */
  answer: nullable(text),
  /** The answer as the schema has it; null when none was asked for. */
  value: json,
  problem: nullable(problem),
  execution: nullable(text),
  finishReason: nullable(text),
  usage: nullable(usageView),
  /** In US dollars; null is unknown, never nothing. */
  cost: nullable(count),
  latencyMs: nullable(count),
  /** Whether the answer was there already. */
  cached: z.boolean(),
});

export type BatchView = z.infer<typeof batchView>;
export type FailedRowView = z.infer<typeof failedRowView>;
export type AmbiguousCallView = z.infer<typeof ambiguousCallView>;
export type BatchWorkerView = z.infer<typeof batchWorkerView>;
export type BatchRunOutput = z.infer<typeof batchRunOutput>;
export type BatchChangeOutput = z.infer<typeof batchChangeOutput>;
export type BatchListOutput = z.infer<typeof batchListOutput>;
export type BatchStatusOutput = z.infer<typeof batchStatusOutput>;
export type BatchResultsOutput = z.infer<typeof batchResultsOutput>;
export type BatchResultRow = z.infer<typeof batchResultRow>;

/** The results of a batch, in the order of its rows. They are read as they are asked for, however many there are. */
export interface BatchResults {
  readonly batch: BatchView;
  /** The fields that answers have by their schema; none when there is no schema, or it is of no object. */
  readonly fields: readonly string[];
  /** They may be gone through several times, each time from the first. */
  readonly rows: AsyncIterable<BatchResultRow>;
}
