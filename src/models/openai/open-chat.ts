import { chatDialect } from '../call/chat-dialect.js';
import type { Connect } from '../call/connection.js';

/** OpenAI's chat interface. */
export const connectChat: Connect = async ({ model, key, address, headers, fetch }) => {
  const { createOpenAI } = await import('@ai-sdk/openai');
  const provider = createOpenAI({
    apiKey: key?.reveal() ?? '',
    headers: { ...headers },
    fetch,
    ...(address === null ? {} : { baseURL: address }),
  });
  return { language: provider.chat(model), dialect: chatDialect };
};
