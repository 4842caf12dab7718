import * as z from 'zod/mini';
import { InvalidInputError } from '../../operation.js';
import { engineOf } from '../../worker/engine-of.js';
import type { WorkflowDeps } from './workflow-follower.js';

/** Who takes a run further. */
export const takenBy = {
  /** This process, or a worker, which is followed from here. */
  by: z._default(z.enum(['here', 'workers']), 'here'),
  /** Whether the worker is left to itself at once. */
  detach: z._default(z.boolean(), false),
};

/**
 * Makes sure before anything is on record that those are there who hand out work, if workers are wanted.
 *
 * @throws WorkersNeedServerError, EngineMissingError, EngineRightsError
 * @throws InvalidInputError when steps are to be done again, which is not handed out
 */
export async function requireTakers(
  deps: WorkflowDeps,
  { by, again = [] }: { readonly by: 'here' | 'workers'; readonly again?: readonly string[] },
): Promise<void> {
  if (by === 'here') return;
  if (again.length > 0) {
    throw new InvalidInputError('Steps are done again only where that is said, and not by workers.', {
      hint: 'Leave out --workers, or --again.',
    });
  }
  await (await engineOf(deps).openQueue()).close();
}
