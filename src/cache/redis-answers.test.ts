import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tokens } from '../../test/fixtures/executions.js';
import { hasRedis, startRedis, type TestRedis } from '../../test/fixtures/redis-server.js';
import { minutesLater, someTime } from '../../test/fixtures/sessions.js';
import { untilReached } from '../../test/fixtures/until-reached.js';
import { systemClock } from '../base/clock.js';
import { newExecutionId } from '../base/ids.js';
import type { CachedAnswer } from '../engine/execution/execution-journal.js';
import { RedisAnswers } from './redis-answers.js';
import { type RedisClient, redisClient } from './redis-client.js';
import { RedisLink } from './redis-link.js';

const MINUTE_MS = 60_000;

const anAnswer = (given: Partial<CachedAnswer> = {}): CachedAnswer => ({
  execution: newExecutionId(),
  at: someTime,
  response: 'Yes.',
  reasoning: null,
  answeredModel: null,
  finishReason: 'stop',
  usage: tokens(10, 1),
  ...given,
});

describe.skipIf(!hasRedis)('copies of answers in a Redis', () => {
  let redis: TestRedis;
  /** What somebody else sees there, and does to it. */
  let other: RedisClient;
  let answers: RedisAnswers;

  beforeAll(async () => {
    redis = await startRedis();
    other = redisClient(redis.address);
    await other.connect();
  });
  afterAll(async () => {
    other.destroy();
    await redis.kill();
  });
  beforeEach(() => {
    answers = ofStore('one');
  });
  afterEach(async () => {
    const { keys } = await other.scan('0', '*');
    if (keys.length > 0) await other.unlink(keys);
    answers.close();
  });

  function ofStore(identity: string, lifeMs = 10 * MINUTE_MS): RedisAnswers {
    const place = {
      address: redis.address,
      identity: async () => identity,
      lifeMs,
      patienceMs: 2 * MINUTE_MS,
      clock: { now: () => someTime },
    };
    return new RedisAnswers(place, new RedisLink(redis.address, systemClock));
  }

  const names = async () => (await other.scan('0', '*')).keys;

  /** Keeps a copy, and waits until it is there. */
  async function keep(key: string, answer: CachedAnswer, where = answers): Promise<void> {
    await untilReached(where);
    await where.keep(key, answer);
    await untilReached(where);
  }

  it('are what was kept, for the entry that it was kept for alone', async () => {
    const answer = anAnswer({ response: 'Ja\0 \ud800 ☂', reasoning: 'Well.' });
    await keep('key', answer);
    expect(await answers.find('key', answer)).toEqual(answer);
    expect(await ofStore('one').find('key', answer)).toEqual(answer);
    expect(await answers.find('key', anAnswer())).toBeNull();
    expect(await answers.find('key', { ...answer, at: minutesLater(1) })).toBeNull();
    expect(await answers.find('other', answer)).toBeNull();
    expect(answers.use).toEqual({ hits: 1, misses: 3, unheard: 0 });
  });

  it('are left out where they would be large, or too old already', async () => {
    await keep('long', anAnswer({ response: 'x'.repeat(1024 * 1024) }));
    await keep('old', anAnswer({ at: minutesLater(-10) }));
    expect(await names()).toEqual([]);
    await keep('fits', anAnswer({ response: 'x'.repeat(1000 * 1024), at: minutesLater(-9) }));
    expect(await names()).toHaveLength(1);
  });

  it('go by themselves when the answer would be too old', async () => {
    const short = ofStore('one', 1);
    await keep('key', anAnswer(), short);
    await expect.poll(names).toEqual([]);
    short.close();
  });

  it('show neither questions nor answers', async () => {
    const answer = anAnswer({ response: 'The secret is 42.' });
    await keep('key-of-the-question', answer);
    const [name = ''] = await names();
    const value = await other.getRange(name, 10_000);
    for (const shown of [name, value.toString('latin1')])
      for (const part of ['secret', 'key-of-the-question', answer.execution])
        expect(shown).not.toContain(part);
  });

  it.each([
    ['nonsense', (name: string) => other.set(name, Buffer.from('{"response":"No."}'), MINUTE_MS)],
    ['nothing', (name: string) => other.set(name, Buffer.alloc(0), MINUTE_MS)],
    ['megabytes', (name: string) => other.set(name, Buffer.alloc(4 * 1024 * 1024, 1), MINUTE_MS)],
    [
      'the answer to another question',
      async (name: string) => {
        await keep('another', anAnswer({ response: 'No.' }));
        const from = (await names()).find((found) => found !== name) ?? '';
        await other.set(name, await other.getRange(from, 10_000), MINUTE_MS);
      },
    ],
  ])('are a miss where somebody put %s in their place', async (_, put) => {
    const answer = anAnswer();
    await keep('key', answer);
    const [name = ''] = await names();
    await put(name);
    expect(await answers.find('key', answer)).toBeNull();
    await keep('key', answer);
    expect(await answers.find('key', answer)).toEqual(answer);
  });

  it('are counted and taken away without those of other stores and other programs', async () => {
    const two = ofStore('two');
    for (const key of ['a', 'b']) await keep(key, anAnswer());
    await keep('a', anAnswer(), two);
    await other.set('session:1', Buffer.from('of a web shop'), MINUTE_MS);
    expect(await answers.count()).toEqual({ heard: true, reply: { keys: 2, whole: true } });
    expect(await answers.clear()).toEqual({ heard: true, reply: { keys: 2, whole: true } });
    expect(await answers.count()).toMatchObject({ reply: { keys: 0 } });
    expect(await two.count()).toMatchObject({ reply: { keys: 1 } });
    expect(await names()).toContain('session:1');
    two.close();
  });

  it('are all taken away, however many there are', async () => {
    await untilReached(answers);
    const count = 3000;
    for (let at = 0; at < count; at++) {
      await answers.keep(`key ${at}`, anAnswer());
      if (at % 20 === 0) await untilReached(answers);
    }
    await untilReached(answers);
    expect(await answers.clear()).toEqual({ heard: true, reply: { keys: count, whole: true } });
    expect(await names()).toEqual([]);
  });

  it('are taken away for some questions', async () => {
    const [gone, stays] = [anAnswer(), anAnswer()];
    await keep('gone', gone);
    await keep('stays', stays);
    expect(await answers.forget(['gone', 'never there'])).toEqual({ heard: true, reply: 1 });
    expect(await answers.find('gone', gone)).toBeNull();
    expect(await answers.find('stays', stays)).toEqual(stays);
  });
});
