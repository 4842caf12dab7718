import type { DocumentMessage } from '../formats/prompt-document.js';
import type { FetchTemplate } from '../templates/index.js';
import { namedMessages } from './named-messages.js';
import type { PromptContent } from './prompt-content.js';
import { templatesOnce } from './with-templates.js';

/**
 * The messages of a prompt with values for its variables. Values are only printed: nothing in them is read
 * as template code, and none opens a message of its own.
 *
 * @param name the prompt's name, as errors show it
 * @throws TemplateError of any class, with the place
 * @throws IncludeRefusedError when it brings in a prompt of several messages
 */
export function renderContent(
  name: string,
  content: PromptContent,
  values: Readonly<Record<string, unknown>>,
  fetch: FetchTemplate,
): Promise<DocumentMessage[]> {
  return contentRenderer(name, content, fetch)(values);
}

/** Renders a prompt as {@link renderContent} does. */
export type RenderValues = (values: Readonly<Record<string, unknown>>) => Promise<DocumentMessage[]>;

/** The same for a prompt that is rendered often: what it brings in is fetched once. */
export function contentRenderer(name: string, content: PromptContent, fetch: FetchTemplate): RenderValues {
  const messages = namedMessages(name, content);
  const withTemplates = templatesOnce(fetch);
  return (values) =>
    withTemplates((compile) =>
      messages.map((message) => ({
        role: message.role,
        text: compile(message.name, message.text).render(values),
      })),
    );
}
