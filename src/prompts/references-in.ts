import { compile } from '../templates/index.js';
import type { PromptContent } from './prompt-content.js';
import { isBuiltin } from './prompt-name.js';
import { type PromptReference, parsePromptReference, referenceText } from './prompt-reference.js';

/**
 * The prompts of the library that the messages bring in by literal names, each once.
 *
 * @throws PromptNameError where a name cannot be that of a prompt, TemplateSyntaxError
 */
export function referencesIn({ messages }: PromptContent): PromptReference[] {
  const named = messages.flatMap(({ text }) => compile(text).references).filter((name) => !isBuiltin(name));
  const references = named.map(parsePromptReference);
  return [...new Map(references.map((reference) => [referenceText(reference), reference])).values()];
}
