import type { DocumentMessage } from '../../formats/index.js';
import type { PromptContent } from '../../prompts/prompt-content.js';
import { contentOf, type GivenContent } from './given-content.js';
import { withMessage } from './with-message.js';

/**
 * The content of a prompt after somebody handed in another text. A file of our own and a list of messages say
 * all of it. A text alone takes the place of the user's message, and a system message that of the system's: the
 * other messages, the variables and the settings stay.
 *
 * @param given null when no text was handed in
 * @param system another system message, whatever the text says
 * @throws PromptRefusedError when there are several messages whose place the text could take
 */
export function revisedContent(
  name: string,
  before: PromptContent,
  given: GivenContent | null,
  system: string | undefined,
): PromptContent {
  const texts = given?.isWhole === false ? given.document.messages : [];
  const said: readonly DocumentMessage[] =
    system === undefined ? texts : [...texts, { role: 'system', text: system }];
  const from = given?.isWhole ? contentOf(given.document) : before;
  return {
    ...from,
    messages: said.reduce((messages, message) => withMessage(name, messages, message), from.messages),
  };
}
