import * as z from 'zod/mini';
import type { Prompt } from '../../prompts/prompt.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { auditOf } from './audit-of.js';
import { commitPrompt } from './commit-prompt.js';
import { findWholePrompt, versionOf } from './find-prompt.js';
import type { PromptWriteOutput } from './outputs.js';
import { destinationInput, destinationOf } from './prompt-home.js';
import { requireMovable } from './protected-label.js';
import { requireSound } from './require-sound.js';
import { writtenPrompt } from './written-prompt.js';

const input = z.object({ prompt: z.string(), to: destinationInput, note: z.optional(z.string()) });

/**
 * Moves a prompt to another project, or among the global ones, with its versions, labels and history.
 *
 * @throws NotFoundError when there is no such prompt or project
 * @throws NotPermittedError also when it carries a protected label, and the actor is no admin in both places
 * @throws PromptTakenError when there is one of that name already, or one in force in its place
 * @throws PromptRefusedError when it brings in what is not to be seen there
 */
export const movePrompt = guarded(
  needs.movePrompt,
  input,
  async (deps: Deps, given): Promise<PromptWriteOutput> => {
    const prompt = await findWholePrompt(deps, given.prompt);
    const moved: Prompt = { ...prompt, project: await destinationOf(deps, given.to) };
    if (moved.project?.id === prompt.project?.id) return writtenPrompt(deps, prompt, { changed: false });
    await requireMovable(deps, prompt, prompt.project, moved.project);
    const { content } = await versionOf(deps, prompt, { by: 'latest' });
    const warnings = await requireSound(deps, moved, content);
    const written = await commitPrompt(deps, {
      prompt: moved,
      audit: [
        auditOf(deps, moved, {
          action: 'moved',
          before: { project: prompt.project?.name ?? null },
          after: { project: moved.project?.name ?? null },
          note: given.note,
        }),
      ],
    });
    return writtenPrompt(deps, written, { changed: true, warnings });
  },
);
