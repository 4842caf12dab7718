import * as z from 'zod/mini';
import { accessOf } from '../access/access.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import type { CacheClearOutput } from './outputs.js';

/** Forgets all answers that would be given again; the executions stay on record. */
export const clearCache = guarded(
  needs.clearCache,
  z.object({}),
  async (deps: Deps): Promise<CacheClearOutput> => ({
    forgotten: await executionsOf(deps).responseCache.clear(await accessOf(deps).hidden()),
  }),
);
