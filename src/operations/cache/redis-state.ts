import { withoutPassword } from '../../base/text/without-password.js';
import type { Deps } from '../deps.js';
import type { RedisState } from './outputs.js';

/** How the Redis is that has copies of answers; null unless one is configured. */
export async function redisState({ answers, config }: Deps): Promise<RedisState | null> {
  if (answers.redis === null) return null;
  const use = { address: withoutPassword(config.values.cache), ...answers.redis.use };
  const reached = await answers.redis.reach();
  if (!reached.heard) return { ...use, reachable: false, why: reached.why };
  const counted = await answers.redis.count();
  if (!counted.heard) return { ...use, reachable: false, why: counted.why };
  const { keys: copies, whole: exact } = counted.reply;
  return { ...use, reachable: true, milliseconds: reached.reply, copies, exact };
}
