import { chatDialect } from '../call/chat-dialect.js';
import type { Connect } from '../call/connection.js';

const HOME = 'http://127.0.0.1:11434';

/** Ollama, by the part of OpenAI's interface that it speaks. */
export const connectOllama: Connect = async ({ model, address, headers, fetch }) => {
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
  const server = createOpenAICompatible({
    name: 'ollama',
    baseURL: ollamaAddress(address ?? HOME),
    headers: { ...headers },
    includeUsage: true,
    supportsStructuredOutputs: true,
    fetch,
  });
  return { language: server.chatModel(model), dialect: chatDialect };
};

/**
 * The address of its interface from what Ollama takes in OLLAMA_HOST: a host, with or without a port, a scheme
 * or a path. An address to listen at everywhere is one to ask at home.
 *
 * @example ollamaAddress('0.0.0.0:11500') === 'http://127.0.0.1:11500/v1'
 */
export function ollamaAddress(host: string): string {
  const url = new URL(host.includes('://') ? host : `http://${host}`);
  if (url.port === '' && !host.includes('://')) url.port = '11434';
  if (url.hostname === '0.0.0.0' || url.hostname === '[::]') url.hostname = '127.0.0.1';
  const path = url.pathname.replace(/\/$/, '');
  return `${url.origin}${path.endsWith('/v1') ? path : `${path}/v1`}`;
}
