import * as z from 'zod/mini';
import { accessOf } from '../access/access.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import type { CacheClearOutput, RedisCleared } from './outputs.js';

/** Forgets all answers that would be given again, and their copies; the executions stay on record. */
export const clearCache = guarded(
  needs.clearCache,
  z.object({}),
  async (deps: Deps): Promise<CacheClearOutput> => {
    const forgotten = await executionsOf(deps).responseCache.clear(await accessOf(deps).hidden());
    return { forgotten, redis: await clearCopies(deps) };
  },
);

/** All of this store's, also of answers that stay: a copy is made again when it is wanted. */
async function clearCopies({ answers: { redis } }: Deps): Promise<RedisCleared | null> {
  if (redis === null) return null;
  const cleared = await redis.clear();
  if (!cleared.heard) return { reached: false, why: cleared.why };
  return { reached: true, forgotten: cleared.reply.keys, whole: cleared.reply.whole };
}
