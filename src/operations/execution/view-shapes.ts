/** The shapes of what is shown of executions, as schemas; see the session operations' outputs. */
import * as z from 'zod/mini';
import type { JsonValue } from '../../formats/json-value.js';

const nullable = z.nullable;
const text = z.string();
const count = z.number();
const time = z.date();
const json: z.ZodMiniType<JsonValue> = z.json();

export const executionKind = z.enum(['model', 'agent', 'pasted']);
export const executionStatus = z.enum(['running', 'succeeded', 'failed', 'aborted']);

/** Tokens; null is unknown, never 0. */
export const usageView = z.object({
  /** All that went in, the cached ones included. */
  input: nullable(count),
  cachedInput: nullable(count),
  cacheWrite: nullable(count),
  /** All that came out, the reasoning included. */
  output: nullable(count),
  reasoning: nullable(count),
});

/** An execution in few words: without its messages and its answer. */
export const executionView = z.object({
  id: text,
  /** Who answered: a model behind an interface, an agent in a folder, or somebody who pasted a text. */
  kind: executionKind,
  /** A running one may be on its way, or its process has ended: then nobody knows how it ended. */
  status: executionStatus,
  project: nullable(z.object({ id: text, name: text })),
  /** The step of a session that it was for. */
  session: nullable(z.object({ id: text, step: text, part: nullable(count), attempt: nullable(text) })),
  /** The row of a batch that it was for. */
  batch: nullable(z.object({ id: text, position: count })),
  /** The try at a step of a workflow's run that it was for. */
  workflowRun: nullable(z.object({ id: text, try: count })),
  /** The question of an optimisation that it was for; the row is null for one to the reflecting model. */
  optimization: nullable(z.object({ id: text, row: nullable(count) })),
  /** The prompt, as people write it; null for a text that is in no library. */
  prompt: nullable(text),
  promptVersion: nullable(text),
  /** The model's full name; null for a pasted answer. */
  model: nullable(text),
  /** The model that answered, as its provider names it. */
  answeredModel: nullable(text),
  finishReason: nullable(text),
  usage: usageView,
  /** In US dollars; null is unknown, never nothing. */
  cost: nullable(count),
  /** Waits included; null while it runs, and for a pasted answer. */
  latencyMs: nullable(count),
  /** Null when the answer did not come bit by bit. */
  firstTokenMs: nullable(count),
  /** The execution whose answer was taken from the cache; null when the model was asked. */
  answeredBy: nullable(text),
  rerunOf: nullable(text),
  problem: nullable(z.object({ code: text, message: text })),
  actor: text,
  createdAt: time,
  finishedAt: nullable(time),
  /** When credentials in it were removed. */
  redactedAt: nullable(time),
});

/** An execution in a list. */
export const listedExecution = z.extend(executionView, {
  /** The first words of what was asked; null where nothing is kept of it. */
  excerpt: nullable(text),
});

/** One call to a provider. */
export const callView = z.object({
  number: count,
  /** The round of the conversation, from 1: several calls of one round are tries. */
  round: count,
  status: z.enum(['running', 'succeeded', 'failed']),
  startedAt: time,
  finishedAt: nullable(time),
  /** How long was waited before it. */
  waitedMs: count,
  usage: usageView,
  /** In US dollars. */
  cost: nullable(count),
  requestId: nullable(text),
  fault: nullable(text),
  httpStatus: nullable(count),
  message: nullable(text),
});

export const askedMessage = z.object({
  role: z.enum(['system', 'user', 'assistant', 'tool']),
  text,
  attachments: z.array(z.object({ name: text, mediaType: text, size: count })),
});

export const toolUseView = z.object({ round: count, name: text, input: json, text, failed: z.boolean() });

/** In US dollars for a million tokens, as the price list had it on that day. */
export const priceView = z.object({
  input: count,
  output: count,
  cachedInput: nullable(count),
  cacheWrite: nullable(count),
  source: text,
});

/** How the model was asked to answer. */
export const parametersView = z.object({
  temperature: nullable(count),
  topP: nullable(count),
  topK: nullable(count),
  maxOutputTokens: nullable(count),
  stopSequences: z.array(text),
  seed: nullable(count),
  presencePenalty: nullable(count),
  frequencyPenalty: nullable(count),
  /** What only this provider knows, as it was given. */
  providerOptions: json,
});

/** An execution, whole; credentials have a mark in their place. */
export const executionRecord = z.extend(executionView, {
  messages: z.array(askedMessage),
  parameters: parametersView,
  /** JSON schema of the answer; null for text. */
  responseSchema: json,
  /** The names of the tools that the model was given. */
  tools: z.array(text),
  toolUses: z.array(toolUseView),
  /** Null when there is none. A pasted one is kept as the attempt of its session. */
  answer: nullable(text),
  reasoning: nullable(text),
  price: nullable(priceView),
  calls: z.array(callView),
  /** What else the provider or the agent told. */
  details: json,
  warnings: z.array(text),
});

export type ExecutionView = z.infer<typeof executionView>;
export type ListedExecution = z.infer<typeof listedExecution>;
export type ExecutionRecordView = z.infer<typeof executionRecord>;
export type ParametersView = z.infer<typeof parametersView>;
export type CallView = z.infer<typeof callView>;
export type UsageView = z.infer<typeof usageView>;
