import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import {
  deadAddress,
  hasRedis,
  type StrangeServer,
  startRedis,
  startStrangeServer,
} from '../../test/fixtures/redis-server.js';
import { type RedisClient, redisClient } from './redis-client.js';
import { type RedisCommand, RedisLink } from './redis-link.js';

let now: number;
beforeEach(() => {
  now = Date.parse('2026-03-01T10:00:00Z');
});
const clock = { now: () => new Date(now) };
const ping: RedisCommand<unknown> = (client) => client.ping();
/** Long enough for any machine; nothing that is tested waits for it. */
const PATIENT = 20_000;
/** Long enough for a connection to this machine, also when it is busy. */
const SHORT = 250;

/** Keeps the event loop from looking at anything for some milliseconds. */
function busyFor(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function linkTo(address: string): RedisLink {
  const link = new RedisLink(address, clock);
  onTestFinished(() => link.close());
  return link;
}

describe('a Redis that says nothing', () => {
  let hung: StrangeServer;
  beforeEach(async () => {
    hung = await startStrangeServer();
  });
  afterEach(() => hung.close());

  it('is waited for no longer than was said, and then left alone for a while', async () => {
    const link = linkTo(hung.address);
    expect(await link.ask(ping, SHORT)).toEqual({ heard: false, why: 'silent' });
    // Nobody waits any more: an endless patience ends at once.
    expect(await link.ask(ping, 2 ** 30)).toEqual({ heard: false, why: 'away' });
    expect(hung.connections()).toBe(1);
    now += 500;
    expect(await link.ask(ping, SHORT)).toEqual({ heard: false, why: 'silent' });
    expect(hung.connections()).toBe(2);
  });

  it('is left alone twice as long each time', async () => {
    const link = linkTo(hung.address);
    const rests: number[] = [];
    for (const rest of [500, 1000, 2000]) {
      await link.ask(ping, SHORT);
      now += rest - 1;
      expect(await link.ask(ping, 1)).toEqual({ heard: false, why: 'away' });
      now += 1;
      rests.push(hung.connections());
    }
    expect(rests).toEqual([1, 2, 3]);
  });

  it('is not waited for by a greeting without end either', async () => {
    const link = linkTo(hung.address.replace('//', '//:secret@'));
    expect(await link.ask(ping, 1)).toEqual({ heard: false, why: 'silent' });
    expect(await link.ask(ping, PATIENT)).toEqual({ heard: false, why: 'silent' });
    expect(await link.ask(ping, PATIENT)).toEqual({ heard: false, why: 'away' });
  });

  it('keeps no process alive', () => {
    const script = `
      import { RedisLink } from ${JSON.stringify(join(import.meta.dirname, 'redis-link.ts'))};
      const link = new RedisLink(${JSON.stringify(hung.address)}, { now: () => new Date() });
      console.log(JSON.stringify(await link.ask((client) => client.ping(), 50)));`;
    const words = ['--import', 'tsx', '--input-type=module', '-e', script];
    const { status, stdout } = spawnSync(process.execPath, words, { encoding: 'utf8', timeout: 30_000 });
    expect([status, stdout]).toEqual([0, '{"heard":false,"why":"silent"}\n']);
  });
});

describe('a Redis that is not there', () => {
  it('is told of at once, and left alone for a while', async () => {
    const link = linkTo(await deadAddress());
    expect(await link.ask(ping, PATIENT)).toEqual({ heard: false, why: 'away' });
    expect(await link.ask(ping, PATIENT)).toEqual({ heard: false, why: 'away' });
  });

  it('is not there after the end either', async () => {
    const link = linkTo(await deadAddress());
    link.close();
    expect(await link.ask(ping, PATIENT)).toEqual({ heard: false, why: 'away' });
  });
});

describe('a server that refuses', () => {
  it('is heard: its error is no silence', async () => {
    const server = await startStrangeServer('-NOAUTH Authentication required.\r\n');
    onTestFinished(() => server.close());
    const link = linkTo(server.address);
    expect(await link.ask(ping, PATIENT)).toEqual({ heard: false, why: 'refused' });
    expect(await link.ask(ping, PATIENT)).toEqual({ heard: false, why: 'refused' });
    expect(server.connections()).toBe(1);
  });

  it('is told of when it refuses the password', async () => {
    const server = await startStrangeServer('-WRONGPASS invalid username-password pair.\r\n');
    onTestFinished(() => server.close());
    const link = linkTo(server.address.replace('//', '//:secret@'));
    expect(await link.ask(ping, PATIENT)).toEqual({ heard: false, why: 'refused' });
  });

  it('is away when what it says is of no Redis', async () => {
    const server = await startStrangeServer('HTTP/1.1 400 Bad Request\r\n\r\n');
    onTestFinished(() => server.close());
    const heard = await linkTo(server.address).ask(ping, SHORT);
    expect(heard.heard).toBe(false);
  });
});

describe('what nobody waits for', () => {
  it('is left out without a connection, and when much is on its way', async () => {
    const endless = new Promise<never>(() => {});
    const client: RedisClient = {
      isReady: true,
      connect: async () => 'made',
      destroy: () => {},
      ping: async () => 'PONG',
      getRange: () => endless,
      set: () => endless,
      scan: () => endless,
      unlink: () => endless,
    };
    const link = new RedisLink('redis://nowhere', clock, async () => () => client);
    let told = 0;
    const count: RedisCommand<unknown> = () => {
      told++;
      return endless;
    };
    link.tell(count);
    expect(told).toBe(0);
    await link.ask(ping, PATIENT);
    for (let times = 0; times < 100; times++) link.tell(count);
    expect(told).toBe(32);
  });
});

describe.skipIf(!hasRedis)('a Redis that answers while the program is busy', () => {
  it('is heard, however long that was', async () => {
    const redis = await startRedis();
    onTestFinished(() => redis.kill());
    const link = new RedisLink(redis.address, clock, async () => redisClient);
    onTestFinished(() => link.close());
    const heard = link.ask(ping, PATIENT);
    await new Promise(process.nextTick);
    busyFor(700);
    expect(await heard).toEqual({ heard: true, reply: 'PONG' });
  });
});

describe.skipIf(!hasRedis)('a Redis that dies and comes back', () => {
  it('is heard again after a rest', async () => {
    const first = await startRedis();
    onTestFinished(() => first.kill());
    const link = linkTo(first.address);
    expect(await link.ask(ping, PATIENT)).toEqual({ heard: true, reply: 'PONG' });
    await first.kill();
    expect(await link.ask(ping, PATIENT)).toMatchObject({ heard: false });
    const second = await startRedis(Number(new URL(first.address).port));
    onTestFinished(() => second.kill());
    now += 500;
    expect(await link.ask(ping, PATIENT)).toEqual({ heard: true, reply: 'PONG' });
  });
});
