import * as z from 'zod/mini';
import { inDollars } from '../../engine/execution/dollars.js';
import { accessOf } from '../access/access.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import type { CacheStatsOutput } from './outputs.js';
import { redisState } from './redis-state.js';

/** What the response cache holds, what it was good for, and how the quicker places in front of it are. */
export const cacheStats = guarded(
  needs.cacheStats,
  z.object({}),
  async (deps: Deps): Promise<CacheStatsOutput> => {
    const { saved, ...stats } = await executionsOf(deps).responseCache.stats(await accessOf(deps).hidden());
    const days = deps.config.values['cache.max_age_days'];
    return {
      ...stats,
      saved: inDollars(saved),
      maxAgeDays: days === 'none' ? null : days,
      memory: await deps.answers.memory.use(),
      redis: await redisState(deps),
    };
  },
);
