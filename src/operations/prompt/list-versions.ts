import * as z from 'zod/mini';
import type { Deps } from '../deps.js';
import { libraryOf } from '../library.js';
import { operation } from '../operation.js';
import { findWholePrompt } from './find-prompt.js';
import type { PromptVersionsOutput } from './read-outputs.js';
import { promptView, versionView } from './views/prompt-view.js';

const input = z.object({
  prompt: z.string(),
  limit: z._default(z.int().check(z.positive(), z.maximum(100_000)), 50),
});

/**
 * The versions of a prompt, the newest first.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 */
export const listVersions = operation(input, async (deps: Deps, given): Promise<PromptVersionsOutput> => {
  const prompt = await findWholePrompt(deps, given.prompt);
  const { prompts } = libraryOf(deps);
  const labels = await prompts.labels(prompt.id);
  const versions = await prompts.versions(prompt.id);
  return {
    prompt: promptView(prompt, labels),
    versions: versions.slice(0, given.limit).map((version) => versionView(version, labels)),
    total: versions.length,
  };
});
