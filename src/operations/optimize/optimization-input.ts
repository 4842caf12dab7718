import * as z from 'zod/mini';
import { optimizationGoals } from '../../engine/optimize/optimization.js';
import { newBatchInput } from '../batch/batch-input.js';
import { givenCheck } from '../experiment/read-check.js';

const optional = z.optional;

/** More than this, and what was written down cannot be read any more. */
const MOST_GROWTH = 100;

const { prompt, rows, assignments, variablesFile, values, model, parameters, options, schema } =
  newBatchInput.shape;
const { timeoutSeconds, concurrency } = newBatchInput.shape;

/** What is searched for, by what, and what it may take. */
export const newOptimizationInput = z.object({
  ...{ prompt, rows, assignments, variablesFile, values, model, parameters, options, schema },
  ...{ timeoutSeconds, concurrency },
  /** Which message of the prompt is written anew, from 1; not needed where there is one only. */
  message: optional(z.int().check(z.positive())),
  checks: z.array(givenCheck),
  /** The column of the data that says what is expected of an answer. */
  expect: optional(z.string().check(z.minLength(1))),
  /** The model that writes proposals; the one that the prompt is for unless given. */
  reflectWith: optional(z.string()),
  /** What all of it may take; 500 calls unless given. */
  budget: z._default(
    z.object({
      calls: optional(z.int().check(z.positive())),
      /** In US dollars. */
      cost: optional(z.number().check(z.positive())),
    }),
    {},
  ),
  /** The same one does the same with the same answers. */
  seed: z._default(z.string().check(z.minLength(1), z.maxLength(200)), '1'),
  goal: z._default(z.enum(optimizationGoals), 'score'),
  /** The smallest difference of scores that matters. */
  matters: z._default(z.number().check(z.minimum(0), z.maximum(1)), 0),
  /** Whether a random search with the same budget is run beside it. */
  hasBaseline: z._default(z.boolean(), true),
  /** How many times as long as the start a proposal may be. */
  growth: z._default(z.number().check(z.minimum(1), z.maximum(MOST_GROWTH)), 3),
});

export type NewOptimizationInput = z.output<typeof newOptimizationInput>;
