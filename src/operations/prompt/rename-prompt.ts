import * as z from 'zod/mini';
import { parseOwnPromptName } from '../../prompts/prompt-name.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { auditOf } from './audit-of.js';
import { commitPrompt } from './commit-prompt.js';
import { fetchText } from './fetch-text.js';
import { findWholePrompt, versionOf } from './find-prompt.js';
import type { PromptWriteOutput } from './outputs.js';
import { requireMovable } from './protected-label.js';
import { requireEnd } from './require-sound.js';
import { writtenPrompt } from './written-prompt.js';

const input = z.object({ prompt: z.string(), name: z.string(), note: z.optional(z.string()) });

/**
 * Gives a prompt another name; its versions, labels and history stay. What brings it in by the old name does
 * not find it any more: see `promptUses`.
 *
 * @throws NotFoundError, PromptNameError
 * @throws NotPermittedError also when it carries a protected label, and the actor is no admin
 * @throws PromptTakenError when the name belongs to another prompt
 * @throws PromptRefusedError when it brings in what that name means until now
 */
export const renamePrompt = guarded(
  needs.renamePrompt,
  input,
  async (deps: Deps, given): Promise<PromptWriteOutput> => {
    const prompt = await findWholePrompt(deps, given.prompt);
    const name = parseOwnPromptName(given.name);
    if (name === prompt.name) return writtenPrompt(deps, prompt, { changed: false });
    await requireMovable(deps, prompt, prompt.project);
    const renamed = { ...prompt, name };
    const { content } = await versionOf(deps, prompt, { by: 'latest' });
    await requireEnd(name, content, fetchText(deps, prompt.project));
    const written = await commitPrompt(deps, {
      prompt: renamed,
      audit: [
        auditOf(deps, renamed, {
          action: 'renamed',
          before: { name: prompt.name },
          after: { name },
          note: given.note,
        }),
      ],
    });
    return writtenPrompt(deps, written, { changed: true });
  },
);
