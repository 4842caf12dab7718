import type { Connect } from '../call/connection.js';
import {
  countOf,
  type Dialect,
  type EventFacts,
  type Fields,
  fieldsOf,
  ordinaryEvent,
  sumOf,
} from '../call/dialect.js';

/** Google's Gemini interface. */
export const connectGoogle: Connect = async ({ model, key, address, headers, fetch }) => {
  const { createGoogleGenerativeAI } = await import('@ai-sdk/google');
  const provider = createGoogleGenerativeAI({
    apiKey: key?.reveal() ?? '',
    headers: { ...headers },
    fetch,
    ...(address === null ? {} : { baseURL: address }),
  });
  return { language: provider.languageModel(model), dialect: googleDialect };
};

/** Its events have no numbers; the last one says why the model stopped, or the prompt was blocked. */
const readEvent = ({ candidates, promptFeedback }: Fields): EventFacts => {
  const candidate = Array.isArray(candidates) ? fieldsOf(candidates[0]) : null;
  const reason = candidate?.finishReason ?? fieldsOf(promptFeedback)?.blockReason;
  return typeof reason === 'string' ? { once: `the end: ${reason}`, ends: true } : ordinaryEvent;
};

/** A whole answer looks like one event. */
export const googleDialect: Dialect = {
  readEvent,
  isWhole: (body) => readEvent(body).ends,
  // Thinking is counted beside the answer.
  readUsage: (raw) => {
    const reasoning = countOf(raw.thoughtsTokenCount);
    const answered = countOf(raw.candidatesTokenCount);
    return {
      input: countOf(raw.promptTokenCount),
      cachedInput: countOf(raw.cachedContentTokenCount),
      cacheWrite: null,
      output: answered === null ? null : sumOf(answered, reasoning),
      reasoning,
    };
  },
};
