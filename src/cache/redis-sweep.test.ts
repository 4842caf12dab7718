import { describe, expect, it } from 'vitest';
import type { RedisClient } from './redis-client.js';
import { RedisLink } from './redis-link.js';
import { sweep, unlinkAll } from './redis-sweep.js';

const START = Date.parse('2026-03-01T10:00:00Z');

/** A Redis without end, each of whose rounds takes three seconds. */
function endless() {
  let now = START;
  const clock = { now: () => new Date(now) };
  const taken: string[] = [];
  const client: RedisClient = {
    isReady: true,
    connect: async () => 'made',
    destroy: () => {},
    ping: async () => 'PONG',
    getRange: async () => Buffer.alloc(0),
    set: async () => 'OK',
    async scan(_, pattern) {
      now += 3000;
      return { cursor: '7', keys: [pattern.replace('*', 'a'), pattern.replace('*', 'b')] };
    },
    async unlink(keys) {
      taken.push(...keys);
      return keys.length;
    },
  };
  const link = new RedisLink('redis://nowhere', clock, async () => () => client);
  return { clock, link, taken };
}

describe('a sweep', () => {
  it('ends after ten seconds, and says that it did not meet all', async () => {
    const { clock, link, taken } = endless();
    const swept = await sweep(link, clock, 'ours:', (keys) => unlinkAll(link, keys));
    expect(swept).toEqual({ heard: true, reply: { keys: 8, whole: false } });
    expect(taken).toHaveLength(8);
    expect(new Set(taken)).toEqual(new Set(['ours:a', 'ours:b']));
  });

  it('ends when nothing is heard', async () => {
    const { clock, link } = endless();
    const visit = async () => ({ heard: false, why: 'silent' }) as const;
    expect(await sweep(link, clock, 'ours:', visit)).toEqual({ heard: false, why: 'silent' });
  });
});
