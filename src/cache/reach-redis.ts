import type { Clock } from '../base/clock.js';
import type { Heard, RedisLink } from './redis-link.js';

/** For somebody who asked whether it is there; in milliseconds. */
const PATIENT_MS = 1000;

/** How many milliseconds a Redis takes to answer, once the connection is there. */
export async function reachRedis(link: RedisLink, clock: Clock): Promise<Heard<number>> {
  const connected = await link.ask((client) => client.ping(), PATIENT_MS);
  if (!connected.heard) return connected;
  const begun = clock.now().getTime();
  const pong = await link.ask((client) => client.ping(), PATIENT_MS);
  return pong.heard ? { heard: true, reply: clock.now().getTime() - begun } : pong;
}
