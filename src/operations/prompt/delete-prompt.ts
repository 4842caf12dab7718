import * as z from 'zod/mini';
import type { Prompt } from '../../prompts/prompt.js';
import type { PromptChange } from '../../prompts/prompt-change.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { auditOf, keptAs } from './audit-of.js';
import { commitPrompt } from './commit-prompt.js';
import { findWholePrompt } from './find-prompt.js';
import type { PromptWriteOutput } from './outputs.js';
import { requireMovable } from './protected-label.js';
import { promptView } from './views/prompt-view.js';

const input = z.object({ prompt: z.string(), note: z.optional(z.string()) });

/**
 * Deletes a prompt. Its versions and history stay, so that `restorePrompt` brings it back; its name is free.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 * @throws NotPermittedError also when it carries a protected label, and the actor is no admin
 */
export const deletePrompt = guarded(
  needs.deletePrompt,
  input,
  async (deps: Deps, given): Promise<PromptWriteOutput> => {
    const prompt = await findWholePrompt(deps, given.prompt);
    await requireMovable(deps, prompt, prompt.project);
    const written = await commitPrompt(deps, deletionOf(deps, prompt, given.note));
    return {
      prompt: promptView(written, []),
      version: written.latest,
      changed: true,
      warnings: [],
      next: `prompt-runner prompt undo ${written.id}`,
    };
  },
);

/** The change that deletes a prompt now. */
export function deletionOf(deps: Deps, prompt: Prompt, note?: string): PromptChange {
  return {
    prompt: { ...prompt, deletedAt: deps.clock.now() },
    audit: [auditOf(deps, prompt, { action: 'deleted', before: keptAs(prompt), after: null, note })],
  };
}
