import { CannotExpressError } from './errors.js';
import type { TemplateNode } from './jinja/node.js';
import { BeyondNodesError, readJinja } from './jinja/read-jinja.js';
import type { DocumentMessage } from './prompt-document.js';

/**
 * The messages in another template language.
 *
 * @param title the title of the format they are for
 * @param print throws BeyondNodesError where the language has no word for something
 * @throws CannotExpressError with the place, where a message says what the language cannot
 */
export function translateMessages(
  title: string,
  messages: readonly DocumentMessage[],
  print: (nodes: readonly TemplateNode[]) => string,
): readonly DocumentMessage[] {
  return messages.map(({ role, text }, index) => {
    try {
      return { role, text: print(readJinja(text)) };
    } catch (error) {
      if (!(error instanceof BeyondNodesError)) throw error;
      const place = `message ${index + 1}, line ${error.line}`;
      throw new CannotExpressError(title, `it cannot say ${error.message} (${place})`);
    }
  });
}
