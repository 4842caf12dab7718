import type { TokenUsage } from '../../models/spec/model-answer.js';

/** Two calls together. What one of them does not tell is unknown of both. */
export function addUsage(one: TokenUsage, other: TokenUsage): TokenUsage {
  return {
    input: sum(one.input, other.input),
    cachedInput: sum(one.cachedInput, other.cachedInput),
    cacheWrite: sum(one.cacheWrite, other.cacheWrite),
    output: sum(one.output, other.output),
    reasoning: sum(one.reasoning, other.reasoning),
  };
}

/** A sum that is unknown when one of its parts is. */
export function sum(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one + other;
}
