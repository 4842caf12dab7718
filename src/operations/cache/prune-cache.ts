import * as z from 'zod/mini';
import type { Deps } from '../deps.js';
import { executionsOf } from '../execution/execution-records.js';
import { operation } from '../operation.js';
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
export const pruneCache = operation(
  input,
  async (deps: Deps, { olderThan, maxBytes }): Promise<CachePruneOutput> => {
    const { responseCache } = executionsOf(deps);
    const old = olderThan === undefined ? 0 : await responseCache.pruneOlderThan(olderThan);
    const unwanted = maxBytes === undefined ? 0 : await responseCache.pruneToSize(maxBytes);
    const { entries, bytes } = await responseCache.stats();
    return { forgotten: old + unwanted, entries, bytes };
  },
);
