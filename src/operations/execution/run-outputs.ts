/** The shapes of what running a prompt gives back; see the session operations' outputs. */
import * as z from 'zod/mini';
import type { JsonValue } from '../../formats/json-value.js';
import { askedMessage, executionView, parametersView, priceView } from './view-shapes.js';

const nullable = z.nullable;
const text = z.string();
const count = z.number();
const json: z.ZodMiniType<JsonValue> = z.json();

/** Whose answer it is, when the model was not asked again. */
const cachedView = z.object({ execution: text, at: z.date() });

/** An answer, and what is on record of it. */
export const promptRunOutput = z.object({
  execution: executionView,
  /** The answer; credentials have a mark in their place. */
  text,
  /** The answer as the schema has it; null when none was asked for. */
  value: json,
  /** What the credentials in it look like. */
  secrets: z.array(text),
  cached: nullable(cachedView),
  warnings: z.array(text),
  next: text,
});

/** The same question, asked several times. */
export const promptRepeatOutput = z.object({
  /** In the order in which they were asked. */
  answers: z.array(promptRunOutput),
  /** The runs that brought no answer. */
  failures: z.array(z.object({ execution: nullable(text), code: text, message: text })),
  /** How many answers are in other words than all before them. */
  different: count,
  /** What all cost together, in US dollars; null when that is not known of one. */
  cost: nullable(count),
  warnings: z.array(text),
  next: text,
});

/** What a run would be, before it is paid for. */
export const promptForecastOutput = z.object({
  /** The model's full name. */
  model: text,
  prompt: nullable(text),
  messages: z.array(askedMessage),
  parameters: parametersView,
  /** Estimated. */
  inputTokens: count,
  /** The most that the model may write, by the parameters or by the ceiling; null when nothing limits it. */
  maxOutputTokens: nullable(count),
  price: nullable(priceView),
  cost: z.object({
    /** What goes in, in US dollars; null when the price is not known. */
    input: nullable(count),
    /** A thousand tokens of the answer. */
    outputPer1000: nullable(count),
    /** With as long an answer as is allowed; null when nothing limits it. */
    most: nullable(count),
  }),
  /** The answer that would be given again. */
  cached: nullable(cachedView),
  /** Whether everything is there that it takes. */
  ready: z.boolean(),
  warnings: z.array(text),
});

export type PromptRunOutput = z.infer<typeof promptRunOutput>;
export type PromptRepeatOutput = z.infer<typeof promptRepeatOutput>;
export type PromptForecastOutput = z.infer<typeof promptForecastOutput>;
