import type { Connect } from '../call/connection.js';
import { countOf, type Dialect, type EventFacts, type Fields, fieldsOf, sumOf } from '../call/dialect.js';

/** Anthropic's messages interface. */
export const connectAnthropic: Connect = async ({ model, key, address, headers, fetch }) => {
  const { createAnthropic } = await import('@ai-sdk/anthropic');
  const provider = createAnthropic({
    apiKey: key?.reveal() ?? '',
    headers: { ...headers },
    fetch,
    ...(address === null ? {} : { baseURL: address }),
  });
  return { language: provider.languageModel(model), dialect: anthropicDialect };
};

/** Its events open and close blocks that have a number each. */
export const anthropicDialect: Dialect = {
  readEvent: ({ type, index }: Fields): EventFacts => {
    if (type === 'message_start' || type === 'message_stop')
      return { once: type, ends: type === 'message_stop' };
    const isEdge = type === 'content_block_start' || type === 'content_block_stop';
    return { once: isEdge ? `${type} ${index}` : null, ends: false };
  },
  isWhole: (body) => typeof body.stop_reason === 'string',
  // It counts what went into and came out of the cache beside the rest.
  readUsage: (raw) => {
    const cachedInput = countOf(raw.cache_read_input_tokens);
    const cacheWrite = countOf(raw.cache_creation_input_tokens);
    const input = countOf(raw.input_tokens);
    return {
      input: input === null ? null : sumOf(input, cachedInput, cacheWrite),
      cachedInput,
      cacheWrite,
      output: countOf(raw.output_tokens),
      reasoning: countOf(fieldsOf(raw.output_tokens_details)?.thinking_tokens),
    };
  },
};
