import type { Json, ToolCall } from './model-request.js';

/** Why a model stopped. `content-filter` is a refusal of the provider's. */
export const finishReasons = ['stop', 'length', 'content-filter', 'tool-calls', 'error', 'other'] as const;
export type FinishReason = (typeof finishReasons)[number];

/** Tokens as the provider counted them; null is unknown, never 0. */
export interface TokenUsage {
  /** All that went in, the cached ones included. */
  readonly input: number | null;
  readonly cachedInput: number | null;
  readonly cacheWrite: number | null;
  /** All that came out, the reasoning included. */
  readonly output: number | null;
  readonly reasoning: number | null;
}

export const unknownUsage: TokenUsage = {
  input: null,
  cachedInput: null,
  cacheWrite: null,
  output: null,
  reasoning: null,
};

/** An answer, whole or as far as it came. */
export interface ModelAnswer {
  readonly text: string;
  /** What the provider shows of the model's thinking; empty when it shows none. */
  readonly reasoning: string;
  readonly toolCalls: readonly ToolCall[];
  readonly finishReason: FinishReason;
  readonly usage: TokenUsage;
  /** The model that answered, as the provider names it; null when it does not say. */
  readonly model: string | null;
  /** The provider's name for this call, to ask about it. */
  readonly requestId: string | null;
  /** What it cost, in US dollars, by the provider's own account, as agents give one; null when it gives none. */
  readonly reportedCost: number | null;
  /** What else is worth keeping: an agent's session, the files that it says it changed. */
  readonly details: { readonly [key: string]: Json };
  /** What the provider did not heed, in sentences: a parameter that the model does not take. */
  readonly warnings: readonly string[];
}
