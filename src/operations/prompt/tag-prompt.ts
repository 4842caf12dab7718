import * as z from 'zod/mini';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { findWholePrompt, versionOf } from './find-prompt.js';
import type { PromptWriteOutput } from './outputs.js';
import { tagInput } from './prompt-input.js';
import { writeRevision } from './write-revision.js';

const input = z.object({
  prompt: z.string(),
  add: z._default(z.array(tagInput), []),
  remove: z._default(z.array(tagInput), []),
});

/**
 * Gives a prompt tags, and takes others away. A tag that is both given and taken away is taken away.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 */
export const tagPrompt = guarded(
  needs.tagPrompt,
  input,
  async (deps: Deps, given): Promise<PromptWriteOutput> => {
    const prompt = await findWholePrompt(deps, given.prompt);
    const tags = [...new Set([...prompt.tags, ...given.add])]
      .filter((tag) => !given.remove.includes(tag))
      .sort();
    const newest = await versionOf(deps, prompt, { by: 'latest' });
    const revision = { before: prompt, newest, content: newest.content, note: null };
    return writeRevision(deps, { ...prompt, tags }, revision);
  },
);
