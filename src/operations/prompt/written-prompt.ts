import type { Prompt } from '../../prompts/prompt.js';
import type { Deps } from '../deps.js';
import { libraryOf } from '../library.js';
import type { PromptWriteOutput } from './outputs.js';
import { promptCommand } from './prompt-command.js';
import { promptView } from './views/prompt-view.js';

/** What writing a prompt brought forth, in its shape. */
export async function writtenPrompt(
  deps: Deps,
  prompt: Prompt,
  {
    changed,
    warnings = [],
    verb = 'show',
  }: { changed: boolean; warnings?: readonly string[]; verb?: string },
): Promise<PromptWriteOutput> {
  return {
    prompt: promptView(prompt, await libraryOf(deps).promptVersions.labels(prompt.id)),
    version: prompt.latest,
    changed,
    warnings: [...warnings],
    next: await promptCommand(deps, verb, prompt),
  };
}
