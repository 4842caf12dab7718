import { redactSecrets } from '../base/text/secrets.js';
import type { Attachment, ModelMessage } from '../models/spec/model-request.js';

/** A message as it is kept: an attachment is its position among those of the execution. */
export type KeptMessage =
  | Exclude<ModelMessage, { role: 'user' }>
  | { readonly role: 'user'; readonly text: string; readonly attachments?: readonly number[] };

/** Messages on their way into the store: JSON, and the attachments beside it. */
export interface KeptMessages {
  readonly json: string;
  readonly attachments: readonly Attachment[];
}

/** Takes the attachments out of messages: their bytes are kept as bytes. */
export function keptMessages(messages: readonly ModelMessage[]): KeptMessages {
  const attachments: Attachment[] = [];
  const kept = messages.map((message): KeptMessage => {
    if (message.role !== 'user') return message;
    const { attachments: files, ...rest } = message;
    return files === undefined
      ? rest
      : { ...rest, attachments: files.map((file) => attachments.push(file) - 1) };
  });
  return { json: JSON.stringify(kept), attachments };
}

/** The messages as they were sent. */
export function messagesFromKept({ json, attachments }: KeptMessages): ModelMessage[] {
  const kept: readonly KeptMessage[] = JSON.parse(json);
  return kept.map((message): ModelMessage => {
    if (message.role !== 'user') return message;
    const { attachments: places, ...rest } = message;
    return places === undefined
      ? rest
      : { ...rest, attachments: places.flatMap((at) => attachments[at] ?? []) };
  });
}

/** Of a text, in UTF-16 units: a credential that begins in its first words is whole in it. */
const MOST_LOOKED_AT = 10_000;
const LONGEST_EXCERPT = 500;

/** The beginning of what was asked last, for lists, without credentials; null when nothing was. */
export function excerptOf(
  messages: readonly { readonly role: string; readonly text?: string }[],
): string | null {
  const asked = messages.findLast(({ role }) => role === 'user')?.text;
  if (asked === undefined) return null;
  return redactSecrets(asked.slice(0, MOST_LOOKED_AT)).slice(0, LONGEST_EXCERPT).toWellFormed();
}

/** All that the messages say, for searching: what tools brought forth included. */
export function textsOf(messages: readonly KeptMessage[]): string {
  return messages.map(textOf).join('\n');
}

function textOf(message: KeptMessage): string {
  return message.role === 'tool' ? message.results.map(({ text }) => text).join('\n') : message.text;
}

/** The same for messages as they are kept. */
export function keptTexts(json: string): string {
  return textsOf(JSON.parse(json));
}
