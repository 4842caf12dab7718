import { countOf, type Dialect, type EventFacts, type Fields, fieldsOf, ordinaryEvent } from './dialect.js';

const readEvent = ({ choices }: Fields): EventFacts => {
  const choice = Array.isArray(choices) ? fieldsOf(choices[0]) : null;
  if (typeof choice?.finish_reason !== 'string') return ordinaryEvent;
  return { once: `the end: ${choice.finish_reason}`, ends: true };
};

/**
 * The chat interface that OpenAI began and many servers speak. Its events have no numbers: only a second end
 * shows that a stream repeats itself, not a word that comes twice.
 */
export const chatDialect: Dialect = {
  readEvent,
  isWhole: (body) => readEvent(body).ends,
  readUsage: (raw) => {
    const inputs = fieldsOf(raw.prompt_tokens_details);
    return {
      input: countOf(raw.prompt_tokens),
      cachedInput: countOf(inputs?.cached_tokens),
      cacheWrite: countOf(inputs?.cache_write_tokens),
      output: countOf(raw.completion_tokens),
      reasoning: countOf(fieldsOf(raw.completion_tokens_details)?.reasoning_tokens),
    };
  },
};
