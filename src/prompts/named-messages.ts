import type { DocumentMessage } from '../formats/prompt-document.js';
import type { PromptContent } from './prompt-content.js';

/** A message under the name that errors and findings show. */
export interface NamedMessage extends DocumentMessage {
  readonly name: string;
}

/**
 * The messages of a prompt by name: the only one has the prompt's, one of several its number behind it.
 *
 * @example namedMessages('review', { messages: [system, user] })[1].name === 'review#2'
 */
export function namedMessages(name: string, { messages }: Pick<PromptContent, 'messages'>): NamedMessage[] {
  return messages.map((message, at) => ({
    ...message,
    name: messages.length === 1 ? name : `${name}#${at + 1}`,
  }));
}
