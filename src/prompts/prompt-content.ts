import { sha256 } from '../base/checksum.js';
import type { PromptDocument } from '../formats/prompt-document.js';
import { inOrder } from './in-order.js';

/** What a version of a prompt says: its messages, its variables, and what it asks of a model. */
export type PromptContent = Pick<PromptDocument, 'messages' | 'variables' | 'settings'>;

/**
 * SHA-256 of a content in hexadecimal: the same for the same content, in whatever order its keys were given.
 * Texts count by their UTF-16 units, so that lone surrogates count too.
 */
export function contentChecksum(content: PromptContent): string {
  return sha256(JSON.stringify(inOrder(content)));
}

/** The bytes of the texts of a content, in UTF-8. */
export function contentSize({ messages }: PromptContent): number {
  return messages.reduce((bytes, { text }) => bytes + Buffer.byteLength(text), 0);
}

/** The text of all messages together, for searching. */
export function contentText({ messages }: Pick<PromptContent, 'messages'>): string {
  return messages.map(({ text }) => text).join('\n');
}
