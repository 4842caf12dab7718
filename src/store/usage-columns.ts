import type { TokenUsage } from '../models/spec/model-answer.js';
import type { ExecutionsTable } from './schema.js';

export const usageColumnNames = [
  'input_tokens',
  'cached_input_tokens',
  'cache_write_tokens',
  'output_tokens',
  'reasoning_tokens',
] as const satisfies readonly (keyof ExecutionsTable)[];

/** How executions and their calls keep what was used. */
export type UsageColumns = Pick<ExecutionsTable, (typeof usageColumnNames)[number]>;

export function usageColumns(usage: TokenUsage): UsageColumns {
  return {
    input_tokens: usage.input,
    cached_input_tokens: usage.cachedInput,
    cache_write_tokens: usage.cacheWrite,
    output_tokens: usage.output,
    reasoning_tokens: usage.reasoning,
  };
}

export function usageFromRow(row: UsageColumns): TokenUsage {
  return {
    input: row.input_tokens,
    cachedInput: row.cached_input_tokens,
    cacheWrite: row.cache_write_tokens,
    output: row.output_tokens,
    reasoning: row.reasoning_tokens,
  };
}
