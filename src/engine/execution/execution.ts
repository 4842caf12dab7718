import type { ExecutionId, ProjectId, PromptVersionId } from '../../base/ids.js';
import type { FinishReason, TokenUsage } from '../../models/spec/model-answer.js';
import type { FaultClass } from '../../models/spec/model-fault.js';
import type { Json, ModelMessage, ModelParameters, ToolCall } from '../../models/spec/model-request.js';
import type { Price } from '../../models/spec/price.js';
import type { ClaimedPlace, ExecutionPlace, HeldPlace, RunPlace, SessionPlace } from './execution-place.js';

/** Who answered: a model behind an interface, an agent in a folder, or somebody who pasted a text. */
export type ExecutionKind = 'model' | 'agent' | 'pasted';

/**
 * What became of an execution.
 * - `running`: it was begun, and nobody has said how it ended; its process may have died
 * - `succeeded`: the answer is whole
 * - `failed`: there is none, or a part of one
 * - `aborted`: whoever began it ended it; what had come is kept
 */
export const executionStatuses = ['running', 'succeeded', 'failed', 'aborted'] as const;
export type ExecutionStatus = (typeof executionStatuses)[number];

/** Thousand-millionths of a US dollar: sums of them are exact. */
export type NanoDollars = number;

/** The prompt that was rendered; both null for a text that is in no library. */
export interface ExecutedPrompt {
  readonly version: PromptVersionId | null;
  /** As people write it: `team/review@3`. */
  readonly reference: string | null;
}

/** An execution before its first call: all that is needed to do the very same again. */
export interface NewExecution {
  readonly id: ExecutionId;
  readonly kind: ExecutionKind;
  readonly project: ProjectId | null;
  readonly place: SessionPlace | ClaimedPlace | RunPlace | HeldPlace | null;
  readonly prompt: ExecutedPrompt;
  /** The model's full name, aliases resolved: `openai:gpt-5-mini`; null for a pasted answer. */
  readonly model: string | null;
  readonly messages: readonly ModelMessage[];
  readonly parameters: ModelParameters;
  readonly responseSchema: { readonly [key: string]: Json } | null;
  /** The names of the tools that it was given. */
  readonly tools: readonly string[];
  /** What is the same for the same question; null when the answer must not be taken from the cache. */
  readonly cacheKey: string | null;
  /** The execution that is done again; null for one of its own. */
  readonly rerunOf: ExecutionId | null;
  readonly actor: string;
  readonly at: Date;
}

/** An execution as lists show it: without its messages and its answer. */
export interface ExecutionSummary
  extends Omit<NewExecution, 'place' | 'messages' | 'parameters' | 'responseSchema' | 'tools' | 'cacheKey'> {
  readonly place: ExecutionPlace | null;
  readonly status: ExecutionStatus;
  /** The model that answered, as its provider names it. */
  readonly answeredModel: string | null;
  readonly finishReason: FinishReason | null;
  readonly usage: TokenUsage;
  /** What it cost; null is unknown, never nothing. */
  readonly cost: NanoDollars | null;
  /** From the beginning of the first call to the end of the last, waits included; null while it runs. */
  readonly latencyMs: number | null;
  /** To the first bit of the answer that came; null when it did not come bit by bit. */
  readonly firstTokenMs: number | null;
  /** The execution whose answer was taken from the cache; null when a model was asked. */
  readonly answeredBy: ExecutionId | null;
  readonly problem: ExecutionProblem | null;
  readonly finishedAt: Date | null;
  /** When credentials in it were removed; null when none were. */
  readonly redactedAt: Date | null;
}

export interface ExecutionProblem {
  /** `unexpected` is a fault of the program itself. */
  readonly code: FaultClass | 'schema' | 'ceiling' | 'tool-rounds' | 'unexpected';
  readonly message: string;
}

/** An execution, whole. */
export interface Execution extends ExecutionSummary {
  readonly messages: readonly ModelMessage[];
  readonly parameters: ModelParameters;
  readonly responseSchema: { readonly [key: string]: Json } | null;
  readonly tools: readonly string[];
  readonly cacheKey: string | null;
  /** The answer; null when there is none, or when it is kept as the attempt of a session. */
  readonly response: string | null;
  readonly reasoning: string | null;
  readonly toolUses: readonly ToolUse[];
  /** What the price list said on that day; null when it did not know the model. */
  readonly price: Price | null;
  readonly details: { readonly [key: string]: Json };
  readonly warnings: readonly string[];
}

/** A tool as it was used. */
export interface ToolUse {
  /** The round of the conversation, from 1. */
  readonly round: number;
  readonly call: ToolCall;
  readonly text: string;
  readonly failed: boolean;
}

/** One call to a provider: written before it is made, completed when it is over. */
export interface ExecutionAttempt {
  readonly execution: ExecutionId;
  /** Counts the calls of an execution, from 1. */
  readonly number: number;
  /** The round of the conversation that it belongs to, from 1: a model with tools is asked once a round. */
  readonly round: number;
  readonly status: 'running' | 'succeeded' | 'failed';
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly usage: TokenUsage;
  readonly cost: NanoDollars | null;
  readonly requestId: string | null;
  readonly fault: FaultClass | null;
  /** The status of the provider's answer, such as 429; null when there was none. */
  readonly httpStatus: number | null;
  readonly message: string | null;
  /** How long was waited before it, in milliseconds. */
  readonly waitedMs: number;
}
