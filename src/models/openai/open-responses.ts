import type { Connect } from '../call/connection.js';
import { countOf, type Dialect, type EventFacts, type Fields, fieldsOf } from '../call/dialect.js';

/** OpenAI's responses interface. */
export const connectResponses: Connect = async ({ model, key, address, headers, fetch }) => {
  const { createOpenAI } = await import('@ai-sdk/openai');
  const provider = createOpenAI({
    apiKey: key?.reveal() ?? '',
    headers: { ...headers },
    fetch,
    ...(address === null ? {} : { baseURL: address }),
  });
  return { language: provider.responses(model), dialect: responsesDialect };
};

/** The events that an answer ends with, well or not. */
const ENDS = new Set<unknown>(['response.completed', 'response.incomplete', 'response.failed']);

/** Events that come once for an answer, or once for each item of it. */
const EDGES = new Set<unknown>([
  'response.created',
  'response.output_item.added',
  'response.output_item.done',
]);

/** Its events are numbered, so that any repetition shows; some servers that imitate it leave the numbers out. */
export const responsesDialect: Dialect = {
  readEvent: ({ type, sequence_number: number, output_index: item }: Fields): EventFacts => {
    const ends = ENDS.has(type);
    if (typeof number === 'number') return { once: `event ${number}`, ends };
    return { once: ends || EDGES.has(type) ? `${type} ${item ?? ''}`.trim() : null, ends };
  },
  isWhole: ({ status }) => status === undefined || status === 'completed' || status === 'incomplete',
  readUsage: (raw) => ({
    input: countOf(raw.input_tokens),
    cachedInput: countOf(fieldsOf(raw.input_tokens_details)?.cached_tokens),
    cacheWrite: countOf(fieldsOf(raw.input_tokens_details)?.cache_write_tokens),
    output: countOf(raw.output_tokens),
    reasoning: countOf(fieldsOf(raw.output_tokens_details)?.reasoning_tokens),
  }),
};
