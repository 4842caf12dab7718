import type { TokenUsage } from '../../spec/model-answer.js';

/** The sum of what is known; null when nothing is. */
export function knownSum(...counts: readonly (number | null)[]): number | null {
  const known = counts.filter((count) => count !== null);
  return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0);
}

/** The tokens of two calls together. */
export function addUsage(one: TokenUsage, other: TokenUsage): TokenUsage {
  return {
    input: knownSum(one.input, other.input),
    cachedInput: knownSum(one.cachedInput, other.cachedInput),
    cacheWrite: knownSum(one.cacheWrite, other.cacheWrite),
    output: knownSum(one.output, other.output),
    reasoning: knownSum(one.reasoning, other.reasoning),
  };
}
