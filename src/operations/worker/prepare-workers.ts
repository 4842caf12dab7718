import * as z from 'zod/mini';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { engineOf } from './engine-of.js';
import type { WorkerPrepareOutput } from './outputs.js';

const input = z.object({
  /** Logins of the server that are to start workers and give them work, besides the owner. */
  logins: z._default(z.readonly(z.array(z.string())), []),
});

/**
 * Makes the tables that workers share, and lets logins use them. Where everybody works with the login that owns the
 * store, the first worker does so by itself.
 *
 * @throws WorkersNeedServerError, EngineMissingError, EngineRightsError
 */
export const prepareWorkers = guarded(
  needs.prepareWorkers,
  input,
  async (deps: Deps, { logins }): Promise<WorkerPrepareOutput> => {
    await engineOf(deps).prepare(logins);
    return { logins: [...logins], next: 'prompt-runner worker start' };
  },
);
