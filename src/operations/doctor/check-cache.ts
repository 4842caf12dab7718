import { type Clock, systemClock } from '../../base/clock.js';
import { withoutPassword } from '../../base/text/without-password.js';
import { reachRedis } from '../../cache/reach-redis.js';
import { RedisLink } from '../../cache/redis-link.js';
import { STORE_ALONE } from '../../config/cache-address.js';
import { describeOrigin } from '../../config/origin.js';
import type { SettingState } from '../../config/survey-config.js';
import { redisSilence } from '../cache/redis-silence.js';
import { ok, warning } from './finding.js';
import type { Finding } from './outputs.js';

const CHECK = 'cache';

/** The Redis that has copies of answers, where one is configured. Without it all goes on, only slower. */
export async function checkCache(setting: SettingState, clock: Clock = systemClock): Promise<Finding[]> {
  // What is wrong with the setting is said among the findings on the configuration.
  if (setting.problem !== null || setting.value === STORE_ALONE) return [];
  const address = String(setting.value);
  const link = new RedisLink(address, clock);
  try {
    const reached = await reachRedis(link, clock);
    const shown = `${withoutPassword(address)} (from ${describeOrigin(setting.origin)})`;
    if (reached.heard) return [ok(CHECK, `${shown} answers in ${reached.reply} ms`)];
    const says = `${shown} ${redisSilence(reached.why)}. Answers come from the store: the same ones, slower.`;
    return [warning(CHECK, says, 'Start it, or do without: prompt-runner config unset cache')];
  } finally {
    link.close();
  }
}
