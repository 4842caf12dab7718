import { chatDialect } from '../call/chat-dialect.js';
import type { Connect } from '../call/connection.js';

/** Any server that speaks OpenAI's chat interface. Its address is needed. */
export const connectCompatible: Connect = async ({ model, provider, key, address, headers, fetch }) => {
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
  const server = createOpenAICompatible({
    name: provider,
    baseURL: address ?? '',
    headers: { ...headers },
    includeUsage: true,
    supportsStructuredOutputs: true,
    fetch,
    ...(key === null ? {} : { apiKey: key.reveal() }),
  });
  return { language: server.chatModel(model), dialect: chatDialect };
};
