import * as z from 'zod/mini';
import { accessOf } from '../access/access.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import type { CachePruneOutput } from './outputs.js';

const input = z
  .object({
    /** Answers that were given before this time. */
    olderThan: z.optional(z.date()),
    /** The size that is left at most, in bytes; those that were not wanted for longest go. */
    maxBytes: z.optional(z.int().check(z.minimum(0))),
  })
  .check(
    z.refine(
      ({ olderThan, maxBytes }) => olderThan !== undefined || maxBytes !== undefined,
      'Say what shall be forgotten: what is older than a time, or what goes beyond a size.',
    ),
  );

/** Forgets old answers, or so many that the others keep to a size; the executions stay on record. */
export const pruneCache = guarded(
  needs.pruneCache,
  input,
  async (deps: Deps, { olderThan, maxBytes }): Promise<CachePruneOutput> => {
    const { responseCache } = executionsOf(deps);
    const hidden = await accessOf(deps).hidden();
    const old = olderThan === undefined ? 0 : await responseCache.pruneOlderThan(olderThan, hidden);
    const unwanted = maxBytes === undefined ? 0 : await responseCache.pruneToSize(maxBytes, hidden);
    const { entries, bytes } = await responseCache.stats(hidden);
    return { forgotten: old + unwanted, entries, bytes };
  },
);
