import type { Message } from '../../../engine/session/attempt.js';

/** Several messages as one text for a chat window, with a ruler that names each role; one as it is. */
export function joinMessages(messages: readonly Message[]): string {
  const [only, ...others] = messages;
  if (only !== undefined && others.length === 0) return only.text;
  return messages.map(({ role, text }) => `──── ${role} ────\n\n${text.trimEnd()}\n`).join('\n');
}
