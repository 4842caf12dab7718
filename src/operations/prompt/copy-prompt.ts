import * as z from 'zod/mini';
import { newPromptId } from '../../base/ids.js';
import type { Prompt } from '../../prompts/prompt.js';
import { parseOwnPromptName } from '../../prompts/prompt-name.js';
import { reading } from '../access/access.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { libraryOf } from '../library.js';
import { auditOf, keptAs } from './audit-of.js';
import { findVersion } from './find-prompt.js';
import { newVersion } from './new-version.js';
import type { PromptWriteOutput } from './outputs.js';
import { destinationInput, destinationOf } from './prompt-home.js';
import { ownHome } from './prompt-scope.js';
import { requireSound } from './require-sound.js';
import { writtenPrompt } from './written-prompt.js';

const input = z.object({
  prompt: z.string(),
  name: z.string(),
  /** The project in force here unless given. */
  to: z.optional(destinationInput),
  note: z.optional(z.string()),
});

/**
 * Makes a prompt of its own from a version of another one: what it says, its description and tags, but neither
 * labels nor history, and not its place in force.
 *
 * @throws NotFoundError, PromptNameError
 * @throws PromptTakenError when the name belongs to another prompt there
 * @throws PromptRefusedError when it brings in what is not to be seen there
 */
export const copyPrompt = guarded(
  needs.copyPrompt,
  input,
  async (deps: Deps, given): Promise<PromptWriteOutput> => {
    const { prompt: original, version } = await findVersion(reading(deps), given.prompt);
    const project = given.to === undefined ? await ownHome(deps, false) : await destinationOf(deps, given.to);
    const copy = copied(deps, original, parseOwnPromptName(given.name), project);
    const warnings = await requireSound(deps, copy, version.content);
    const from = `${original.name}@${version.number}`;
    const note = given.note ?? `copy of ${from}`;
    await libraryOf(deps).promptJournal.create({
      prompt: copy,
      added: newVersion(deps, copy.id, 1, version.content, note),
      audit: [
        auditOf(deps, copy, {
          action: 'created',
          before: null,
          after: { ...keptAs(copy), version: 1, checksum: version.checksum, copy_of: from },
          note: given.note,
        }),
      ],
    });
    return writtenPrompt(deps, copy, { changed: true, warnings });
  },
);

function copied({ clock, config }: Deps, original: Prompt, name: string, project: Prompt['project']): Prompt {
  const now = clock.now();
  return {
    ...original,
    id: newPromptId(),
    name,
    project,
    isInForce: false,
    latest: 1,
    changes: 1,
    createdBy: config.values.actor,
    createdAt: now,
    updatedAt: now,
  };
}
