import * as z from 'zod/mini';
import type { PromptId } from '../../base/ids.js';
import type { Batch } from '../../engine/batch/batch.js';
import type { JsonValue } from '../../formats/json-value.js';
import type { ModelParameters } from '../../models/spec/model-request.js';

const json: z.ZodMiniType<JsonValue> = z.json();

/** A value of a variable, as it came. */
const givenValue = z.union([
  z.object({ from: z.literal('word'), text: z.string() }),
  z.object({ from: z.literal('data'), value: json }),
]);

/**
 * What a batch asks besides its rows, as it is kept: all that is needed to go on with it in another process, on
 * another machine, after the prompt has new versions.
 */
export const batchQuestion = z.object({
  prompt: z.custom<PromptId>((value) => typeof value === 'string'),
  version: z.int(),
  /** The system message, in place of the prompt's own; null for that. */
  system: z.nullable(z.string()),
  /** The same for all rows; a row's own win. */
  values: z.record(z.string(), givenValue),
  /** Whether the values of the rows are texts that are to be read by the types of the variables. */
  valuesAre: z.enum(['words', 'data']),
  parameters: z.custom<ModelParameters>((value) => typeof value === 'object' && value !== null),
  responseSchema: z.nullable(z.record(z.string(), json)),
  timeoutSeconds: z.nullable(z.number()),
  /** Whether the model is asked although the answer is known. */
  fresh: z.boolean(),
});

export type BatchQuestion = z.output<typeof batchQuestion>;

export function questionOfBatch({ settings }: Pick<Batch, 'settings'>): BatchQuestion {
  return z.parse(batchQuestion, settings.question);
}

/** The question as it is kept. What JSON cannot express is left out of it. */
export function keptQuestion(question: { readonly [Key in keyof BatchQuestion]: unknown }): BatchQuestion {
  return z.parse(batchQuestion, JSON.parse(JSON.stringify(question)));
}
