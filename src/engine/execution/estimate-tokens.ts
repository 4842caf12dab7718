import { estimateTokenCount } from 'tokenx';
import type { ModelMessage, ModelRequest } from '../../models/spec/model-request.js';

/** What providers put around a message: its role and its borders. */
const TOKENS_A_MESSAGE = 4;
/** What the large providers count for a picture of a screen; small ones count less. */
const TOKENS_AN_IMAGE = 1600;
const BYTES_A_TOKEN = 4;

/** About how many tokens go in: messages with their files, tools, the schema of the answer. */
export function estimateTokens({
  messages,
  tools,
  responseSchema,
}: Pick<ModelRequest, 'messages' | 'tools' | 'responseSchema'>): number {
  const extras = [...tools, ...(responseSchema === null ? [] : [responseSchema])];
  const inMessages = messages.reduce((tokens, message) => tokens + tokensOf(message), 0);
  return extras.reduce<number>(
    (tokens, extra) => tokens + estimateTokenCount(JSON.stringify(extra)),
    inMessages,
  );
}

function tokensOf(message: ModelMessage): number {
  switch (message.role) {
    case 'tool':
      return message.results.reduce(
        (tokens, { text }) => tokens + estimateTokenCount(text),
        TOKENS_A_MESSAGE,
      );
    case 'user':
      return TOKENS_A_MESSAGE + estimateTokenCount(message.text) + attached(message);
    case 'assistant': {
      const calls = message.toolCalls ?? [];
      return TOKENS_A_MESSAGE + estimateTokenCount(message.text) + estimateTokenCount(JSON.stringify(calls));
    }
    case 'system':
      return TOKENS_A_MESSAGE + estimateTokenCount(message.text);
  }
}

function attached({ attachments = [] }: Extract<ModelMessage, { role: 'user' }>): number {
  return attachments.reduce(
    (tokens, { mediaType, bytes }) =>
      tokens + (mediaType.startsWith('image/') ? TOKENS_AN_IMAGE : Math.ceil(bytes.length / BYTES_A_TOKEN)),
    0,
  );
}
