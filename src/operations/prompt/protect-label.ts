import * as z from 'zod/mini';
import { parseLabel } from '../../prompts/label.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { libraryOf } from '../library.js';
import type { ProtectedLabelsOutput } from './outputs.js';

/**
 * Lets only admins move a label from now on, in every project; on record in the audit log.
 *
 * @throws PromptNameError for what cannot be a label
 */
export const protectLabel = guarded(
  needs.protectLabel,
  z.object({ label: z.string() }),
  async (deps: Deps, given): Promise<ProtectedLabelsOutput> => {
    const { protectedLabels } = libraryOf(deps);
    const by = { actor: deps.config.values.actor, at: deps.clock.now() };
    const changed = await protectedLabels.protect(parseLabel(given.label), by);
    return { labels: await protectedLabels.list(), changed };
  },
);
