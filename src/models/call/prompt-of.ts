import type {
  LanguageModelV3FilePart,
  LanguageModelV3Message,
  LanguageModelV3Prompt,
  LanguageModelV3TextPart,
} from '@ai-sdk/provider';
import type { Attachment, ModelMessage } from '../spec/model-request.js';

/** Media types that are text, and are given to a model as such. */
const TEXT_TYPE = /^(?:text\/|application\/(?:json|xml|yaml|toml|javascript|typescript|sql|x-sh)$)/;

/** Messages as the SDK takes them. */
export function promptOf(messages: readonly ModelMessage[]): LanguageModelV3Prompt {
  return messages.map(messageOf);
}

function messageOf(message: ModelMessage): LanguageModelV3Message {
  switch (message.role) {
    case 'system':
      return { role: 'system', content: message.text };
    case 'user':
      return { role: 'user', content: userParts(message.text, message.attachments ?? []) };
    case 'assistant':
      return { role: 'assistant', content: assistantParts(message) };
    case 'tool':
      return { role: 'tool', content: message.results.map(resultPart) };
  }
}

/** Files first: models read a question better behind what it is about. */
function userParts(text: string, attachments: readonly Attachment[]) {
  const files = attachments.map(filePart);
  return text === '' && files.length > 0 ? files : [...files, textPart(text)];
}

function filePart({ name, mediaType, bytes }: Attachment): LanguageModelV3TextPart | LanguageModelV3FilePart {
  return TEXT_TYPE.test(mediaType)
    ? textPart(`${name}:\n\n${new TextDecoder().decode(bytes)}`)
    : { type: 'file', filename: name, mediaType, data: bytes };
}

function textPart(text: string): LanguageModelV3TextPart {
  return { type: 'text', text };
}

function assistantParts(message: Extract<ModelMessage, { role: 'assistant' }>) {
  const calls = (message.toolCalls ?? []).map(({ id, name, input }) => ({
    type: 'tool-call' as const,
    toolCallId: id,
    toolName: name,
    input,
  }));
  return message.text === '' && calls.length > 0 ? calls : [textPart(message.text), ...calls];
}

function resultPart({ call, text, failed }: Extract<ModelMessage, { role: 'tool' }>['results'][number]) {
  return {
    type: 'tool-result' as const,
    toolCallId: call.id,
    toolName: call.name,
    output: { type: failed ? ('error-text' as const) : ('text' as const), value: text },
  };
}
