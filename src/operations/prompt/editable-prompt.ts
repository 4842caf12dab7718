import { promptDocument, writePrompt } from '../../formats/index.js';
import type { Prompt, PromptVersion } from '../../prompts/prompt.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { findPrompt, versionOf } from './find-prompt.js';
import { promptReference } from './prompt-input.js';

/** A prompt as a text to be edited, and what it was when it was read. */
export interface EditablePrompt {
  readonly id: string;
  readonly name: string;
  /** A file of our own format. */
  readonly text: string;
  /** What `updatePrompt` compares, so that nobody's change is written over. */
  readonly read: { readonly version: number; readonly changes: number };
}

/**
 * A prompt as a file of our own format, without its name: what `updatePrompt` takes back.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 * @throws NotAllowedError for what comes with the program
 */
export const editablePrompt = guarded(
  needs.editablePrompt,
  promptReference,
  async (deps: Deps, given): Promise<EditablePrompt> => {
    const { prompt, choice } = await findPrompt(deps, given.prompt);
    const version = await versionOf(deps, prompt, choice);
    const { text } = await writePrompt(asDocument(prompt, version), 'own');
    return {
      id: prompt.id,
      name: prompt.name,
      text,
      read: { version: prompt.latest, changes: prompt.changes },
    };
  },
);

function asDocument(
  { description, category, tags, kind, featureType, isTemplate }: Prompt,
  { content }: PromptVersion,
) {
  return promptDocument({ description, category, tags, kind, featureType, isTemplate, ...content });
}
