import { type PromptDocument, promptDocument } from '../formats/index.js';
import type { Prompt, PromptVersion } from './prompt.js';

/** A version of a prompt as files hold it. */
export function documentOf(prompt: Prompt, { content, number }: PromptVersion): PromptDocument {
  const { name, description, category, tags, kind, featureType, isTemplate } = prompt;
  return promptDocument({
    name,
    description,
    category,
    tags,
    kind,
    featureType,
    isTemplate,
    ...content,
    version: number,
  });
}
