import { type PromptMessage, promptText } from '../../base/text/prompt-text.js';
import { attachedText } from '../spec/attached-text.js';
import type { Json, ModelMessage } from '../spec/model-request.js';

/**
 * The messages as the one text that an agent reads: as a person would paste them, the instructions of the
 * system first. A text that begins like a command of the agent's own (`/clear`) stands behind a line,
 * so that it is read and not carried out.
 *
 * @param schema asked for in words, for an agent that has no other way to be asked; null for text
 */
export function agentPrompt(
  messages: readonly ModelMessage[],
  schema: { readonly [key: string]: Json } | null,
): string {
  const texts = messages.map(messageText);
  const system = texts.filter(({ role }) => role === 'system');
  const others = texts.filter(({ role }) => role !== 'system');
  const asked = schema === null ? [] : [{ role: 'user', text: schemaText(schema) }];
  const text = promptText([...system, ...others, ...asked]);
  return text.trimStart().startsWith('/') ? `The request:\n\n${text}` : text;
}

function messageText(message: ModelMessage): PromptMessage {
  switch (message.role) {
    case 'user': {
      const files = (message.attachments ?? []).map(attachedText).filter((text) => text !== null);
      return { role: 'user', text: [...files, message.text].join('\n\n') };
    }
    case 'tool':
      return { role: 'tool', text: message.results.map(({ text }) => text).join('\n\n') };
    default:
      return { role: message.role, text: message.text };
  }
}

function schemaText(schema: { readonly [key: string]: Json }): string {
  return `Answer with one JSON document that fits this schema, and with nothing else:\n\n${JSON.stringify(schema, null, 2)}`;
}
