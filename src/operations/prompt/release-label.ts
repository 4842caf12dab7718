import * as z from 'zod/mini';
import { parseLabel } from '../../prompts/label.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { NotAllowedError, NotFoundError } from '../errors.js';
import { libraryOf } from '../library.js';
import type { ProtectedLabelsOutput } from './outputs.js';

/**
 * Lets editors move a label again that was for admins; on record in the audit log.
 *
 * @throws NotFoundError when it is not protected
 * @throws NotAllowedError for the one that always is
 */
export const releaseLabel = guarded(
  needs.releaseLabel,
  z.object({ label: z.string() }),
  async (deps: Deps, given): Promise<ProtectedLabelsOutput> => {
    const { protectedLabels } = libraryOf(deps);
    const label = parseLabel(given.label);
    const by = { actor: deps.config.values.actor, at: deps.clock.now() };
    const changed = await protectedLabels.release(label, by);
    const labels = await protectedLabels.list();
    if (changed) return { labels, changed };
    if (labels.includes(label)) {
      throw new NotAllowedError(`The label "${label}" is always protected.`, {
        hint: 'Let editors move a label of another name, such as staging.',
      });
    }
    throw new NotFoundError('LABEL_NOT_FOUND', `The label "${label}" is not protected.`, {
      hint: 'See which are.',
      next: 'prompt-runner prompt protect',
    });
  },
);
