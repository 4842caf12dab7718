import type { DocumentMessage } from '../../formats/index.js';
import { PromptRefusedError } from '../../prompts/errors.js';

/**
 * Messages with one in the place of the only one of its role; without such a one, a system message stands before
 * all others, a user's behind them.
 *
 * @throws PromptRefusedError when there are several messages whose place it could take
 */
export function withMessage(
  name: string,
  messages: readonly DocumentMessage[],
  message: DocumentMessage,
): readonly DocumentMessage[] {
  const places = messages.flatMap(({ role }, at) => (role === message.role ? [at] : []));
  const [place] = places;
  if (places.length > 1) {
    throw new PromptRefusedError(
      `The prompt "${name}" has ${places.length} messages of the role ${message.role}: a text alone cannot say which it replaces.`,
      { hint: 'Edit all of it.', next: `prompt-runner prompt edit ${name}` },
    );
  }
  if (place !== undefined) return messages.with(place, message);
  return message.role === 'system' ? [message, ...messages] : [...messages, message];
}
