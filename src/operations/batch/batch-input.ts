import * as z from 'zod/mini';
import type { DataRows } from '../../engine/batch/data-row.js';
import { questionInput } from '../execution/run-input.js';

const optional = z.optional;

/** More calls at the same time are no use to one process. */
const MOST_CONCURRENCY = 1000;
const MOST_TIMES = 1000;

const dataRows = z.custom<DataRows>(
  (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
  'is no data that can be read row by row',
);

/** How quickly a batch goes, and what it may cost. */
export const batchLimits = {
  /** Calls at the same time, of each process. */
  concurrency: optional(z.int().check(z.minimum(1), z.maximum(MOST_CONCURRENCY))),
  /** How many calls may begin in some time, of all processes together. */
  rate: optional(
    z.object({
      calls: z.number().check(z.positive(), z.maximum(1_000_000)),
      seconds: z.number().check(z.positive(), z.maximum(86_400)),
    }),
  ),
  /** What it may cost, in US dollars. */
  maxCost: optional(z.number().check(z.positive())),
};

/** Who asks the rows of a batch. */
export const askedBy = {
  /** This process, or workers: those are given the rows, and are followed from here. */
  by: z._default(z.enum(['here', 'workers']), 'here'),
  /** Whether workers are left to themselves at once. */
  detach: z._default(z.boolean(), false),
};

export interface AskedBy {
  readonly by: 'here' | 'workers';
  readonly detach: boolean;
}

const {
  system,
  assignments,
  variablesFile,
  values,
  model,
  parameters,
  options,
  schema,
  timeoutSeconds,
  fresh,
} = questionInput.shape;

/** What a batch asks, and of whom. The values that are given here are the same for all rows; a row's own win. */
export const newBatchInput = z.object({
  /** A prompt of the library: `review`, `review@7`, `review@production`. */
  prompt: z.string(),
  rows: dataRows,
  name: optional(z.string().check(z.minLength(1), z.maxLength(200))),
  /** How often each row is asked; more than once always asks the model. */
  repeat: z._default(z.int().check(z.minimum(1), z.maximum(MOST_TIMES)), 1),
  ...batchLimits,
  ...askedBy,
  ...{
    system,
    assignments,
    variablesFile,
    values,
    model,
    parameters,
    options,
    schema,
    timeoutSeconds,
    fresh,
  },
});

/** A batch that is there already: by its id, the unique beginning of its id, its name, or `latest`. */
export const batchReference = { batch: z.string() };

export type NewBatchInput = z.output<typeof newBatchInput>;
