/** The shapes that operations on the response cache give back; see the session operations' outputs. */
import * as z from 'zod/mini';

const count = z.number();

export const cacheStatsOutput = z.object({
  entries: count,
  /** Of the answers, in UTF-8. */
  bytes: count,
  /** How often an answer that it holds was given again. */
  hits: count,
  /** What those would have cost, in US dollars, as far as that is known. */
  saved: count,
  /** The hits of which it is not known what they would have cost. */
  hitsOfUnknownCost: count,
  /** When the oldest answer was given; null when there is none. */
  oldest: z.nullable(z.date()),
  /** How old an answer may be that is given again, in days; null when none is. */
  maxAgeDays: z.nullable(count),
});

export const cacheClearOutput = z.object({
  /** How many answers were forgotten; their executions stay. */
  forgotten: count,
});

export const cachePruneOutput = z.object({
  /** How many answers were forgotten; their executions stay. */
  forgotten: count,
  /** How many are left. */
  entries: count,
  /** Their size, in UTF-8. */
  bytes: count,
});

export type CacheStatsOutput = z.infer<typeof cacheStatsOutput>;
export type CacheClearOutput = z.infer<typeof cacheClearOutput>;
export type CachePruneOutput = z.infer<typeof cachePruneOutput>;
