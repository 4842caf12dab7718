/** The shapes that operations on the response cache give back; see the session operations' outputs. */
import * as z from 'zod/mini';

const count = z.number();
const text = z.string();

/** Why nothing was heard of a Redis. */
const unheard = z.enum(['away', 'silent', 'refused']);

const redisUse = {
  /** Without its password. */
  address: text,
  /** How often this process found what it looked for there. */
  hits: count,
  misses: count,
  /** How often nothing was heard in time; then the store was asked. */
  unheard: count,
};

const redisState = z.discriminatedUnion('reachable', [
  z.object({
    ...redisUse,
    reachable: z.literal(true),
    /** How long it took to answer. */
    milliseconds: count,
    /** How many copies of this store's answers it has. */
    copies: count,
    /** Whether all were counted; there was no time for more. */
    exact: z.boolean(),
  }),
  z.object({ ...redisUse, reachable: z.literal(false), why: unheard }),
]);

const redisCleared = z.discriminatedUnion('reached', [
  z.object({
    reached: z.literal(true),
    /** How many copies were taken away. */
    forgotten: count,
    /** Whether all were; what is left is never given, and goes by itself. */
    whole: z.boolean(),
  }),
  z.object({ reached: z.literal(false), why: unheard }),
]);

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
  /** What this process has in memory, and how often that was enough. */
  memory: z.object({ answers: count, bytes: count, hits: count, misses: count }),
  /** The Redis that has copies; null unless one is configured. */
  redis: z.nullable(redisState),
});

export const cacheClearOutput = z.object({
  /** How many answers were forgotten; their executions stay. */
  forgotten: count,
  /** What became of the copies; null unless a Redis is configured. */
  redis: z.nullable(redisCleared),
});

export const cachePruneOutput = z.object({
  /** How many answers were forgotten; their executions stay. */
  forgotten: count,
  /** How many are left. */
  entries: count,
  /** Their size, in UTF-8. */
  bytes: count,
});

export type RedisState = z.infer<typeof redisState>;
export type RedisCleared = z.infer<typeof redisCleared>;
export type CacheStatsOutput = z.infer<typeof cacheStatsOutput>;
export type CacheClearOutput = z.infer<typeof cacheClearOutput>;
export type CachePruneOutput = z.infer<typeof cachePruneOutput>;
