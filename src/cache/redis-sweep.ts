import type { Clock } from '../base/clock.js';
import type { Heard, RedisLink } from './redis-link.js';

/** For one round of a sweep; in milliseconds. */
const ROUND_MS = 1000;
/** For all of it: a Redis may hold millions of keys of others. */
const SWEEP_MS = 10_000;

/** What a sweep came to. */
export interface Sweep {
  /** How many keys it met. */
  readonly keys: number;
  /** Whether it met all that there are. */
  readonly whole: boolean;
}

/**
 * Goes through the keys that begin with a prefix, a thousand of a Redis's keys at a time, for ten seconds at most.
 *
 * @param prefix letters, digits, `:` and `-` only
 * @param visit what is done with the keys of a round; how many it was
 */
export async function sweep(
  link: RedisLink,
  clock: Clock,
  prefix: string,
  visit: (keys: readonly string[]) => Promise<Heard<number>>,
): Promise<Heard<Sweep>> {
  const end = clock.now().getTime() + SWEEP_MS;
  let [cursor, keys] = ['0', 0];
  do {
    const round = await link.ask((client) => client.scan(cursor, `${prefix}*`), ROUND_MS);
    if (!round.heard) return round;
    const visited = await visit(round.reply.keys);
    if (!visited.heard) return visited;
    keys += visited.reply;
    cursor = round.reply.cursor;
  } while (cursor !== '0' && clock.now().getTime() < end);
  return { heard: true, reply: { keys, whole: cursor === '0' } };
}

/** Takes the keys away, and gives how many there were. */
export async function unlinkAll(link: RedisLink, keys: readonly string[]): Promise<Heard<number>> {
  if (keys.length === 0) return { heard: true, reply: 0 };
  return link.ask((client) => client.unlink(keys), ROUND_MS);
}
