import type { Prompt } from '../../prompts/prompt.js';
import type { PromptChange } from '../../prompts/prompt-change.js';
import type { Deps } from '../deps.js';
import { libraryOf } from '../library.js';

/**
 * Writes the change of one prompt, as of now.
 *
 * @throws PromptChangedError, PromptTakenError
 */
export async function commitPrompt(deps: Deps, change: PromptChange): Promise<Prompt> {
  const prompt = { ...change.prompt, updatedAt: deps.clock.now() };
  const [written] = await libraryOf(deps).promptJournal.commit({ ...change, prompt });
  return written ?? prompt;
}
