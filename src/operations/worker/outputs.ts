/** The shapes that worker operations give back, as schemas; see the session operations' outputs. */
import * as z from 'zod/mini';
import { totalShape } from '../paging/total-shape.js';

const nullable = z.nullable;
const text = z.string();
const count = z.number();
const time = z.date();

/** A process that works on batches and workflows. */
export const workerView = z.object({
  id: text,
  host: text,
  pid: count,
  /** `draining` begins nothing any more, `stopped` said good-bye, `gone` did not. */
  status: z.enum(['running', 'draining', 'stopped', 'gone']),
  /** Calls to models that it has on their way. */
  inFlight: count,
  /** The version of the program. */
  version: text,
  actor: text,
  startedAt: time,
  /** When it said last that it is there. */
  seenAt: time,
});

/** What a worker did in its time. */
export const workerStartOutput = z.object({
  worker: workerView,
  /** How many parts of batches it did to their end. */
  parts: count,
  /** How many runs of workflows it took as far as they went. */
  runs: count,
  next: text,
});

export const workerListOutput = z.object({
  workers: z.array(workerView),
  ...totalShape,
  cursor: nullable(text),
});

/** The workers that were asked to end. */
export const workerDrainOutput = z.object({ workers: z.array(workerView), next: text });

/** The logins that may work as workers from now on, besides the one that owns the store. */
export const workerPrepareOutput = z.object({ logins: z.array(text), next: text });

export type WorkerView = z.infer<typeof workerView>;
export type WorkerStartOutput = z.infer<typeof workerStartOutput>;
export type WorkerListOutput = z.infer<typeof workerListOutput>;
export type WorkerDrainOutput = z.infer<typeof workerDrainOutput>;
export type WorkerPrepareOutput = z.infer<typeof workerPrepareOutput>;
