import * as z from 'zod/mini';
import { parseVersionChoice } from '../../prompts/prompt-reference.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { findWholePrompt, versionOf } from './find-prompt.js';
import type { PromptWriteOutput } from './outputs.js';
import { writeRevision } from './write-revision.js';

const input = z.object({
  prompt: z.string(),
  /** The number of a version, or a label. */
  version: z.string(),
  note: z.optional(z.string()),
});

/**
 * Says again what an earlier version said, as a new version: history is only added to. Nothing changes when the
 * newest version says just that.
 *
 * @throws NotFoundError when the prompt has no such version or label
 * @throws PromptRefusedError when what it brings in is not there any more
 */
export const rollbackPrompt = guarded(
  needs.rollbackPrompt,
  input,
  async (deps: Deps, given): Promise<PromptWriteOutput> => {
    const prompt = await findWholePrompt(deps, given.prompt);
    const earlier = await versionOf(deps, prompt, parseVersionChoice(given.version));
    return writeRevision(deps, prompt, {
      before: prompt,
      newest: await versionOf(deps, prompt, { by: 'latest' }),
      content: earlier.content,
      note: given.note ?? `back to version ${earlier.number}`,
    });
  },
);
