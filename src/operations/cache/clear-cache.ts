import * as z from 'zod/mini';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import { operation } from '../operation.js';
import type { CacheClearOutput } from './outputs.js';

/** Forgets all answers that would be given again; the executions stay on record. */
export const clearCache = operation(
  z.object({}),
  async (deps: Deps): Promise<CacheClearOutput> => ({
    forgotten: await executionsOf(deps).responseCache.clear(),
  }),
);
