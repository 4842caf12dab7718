import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.js';
import type { ExecutionId } from '../../src/base/ids.js';
import { RedisAnswers } from '../../src/cache/redis-answers.js';
import { type RedisClient, redisClient } from '../../src/cache/redis-client.js';
import { AnswerMemory } from '../../src/engine/execution/answer-memory.js';
import type { AnswerTier } from '../../src/engine/execution/answer-tier.js';
import type { CachedAnswer } from '../../src/engine/execution/execution-journal.js';
import { withAnswerTiers } from '../../src/engine/execution/with-answer-tiers.js';
import type { Store } from '../../src/store/store.js';
import { emptyStore } from '../fixtures/empty-store.js';
import { tokens, writeExecution } from '../fixtures/executions.js';
import {
  deadAddress,
  hasRedis,
  type StrangeServer,
  startRedis,
  startStrangeServer,
  type TestRedis,
} from '../fixtures/redis-server.js';
import { minutesLater, someTime } from '../fixtures/sessions.js';
import { untilReached } from '../fixtures/until-reached.js';

const ever = new Date(0);
const SECRET = 'sk-proj-abcdefghijklmnopqrstuvwxyz0123456789ABCD';

let store: Store;
/** What is to be closed after a test. */
let opened: RedisAnswers[];
beforeEach(async () => {
  store = await emptyStore({ now: () => someTime });
  opened = [];
});
afterEach(async () => {
  for (const answers of opened) answers.close();
  await store.close();
});

/** Copies at an address. Those that are there are waited for, however busy the machine is. */
function redisAt(address: string, patienceMs = 30_000): RedisAnswers {
  const answers = new RedisAnswers({
    address,
    identity: () => store.responseCache.identity(),
    lifeMs: Date.now(),
    patienceMs,
    clock: systemClock,
  });
  opened.push(answers);
  return answers;
}

const write = (cacheKey: string, response: string, minute = 0) =>
  writeExecution(
    store.executionJournal,
    { cacheKey },
    { response, at: minutesLater(minute), usage: tokens(9, 3) },
  );

/** What was answered, with what the execution said that it names. */
type Told = (CachedAnswer & { readonly of: string | undefined }) | null;

/**
 * A life of the cache: answers that are new, known, replaced, too old, redacted, and forgotten by somebody else. Gives
 * all that was answered.
 *
 * @param meanwhile is done between any two questions
 */
async function life(
  tiers: readonly AnswerTier[],
  meanwhile: (step: number) => unknown = () => {},
): Promise<Told[]> {
  const journal = withAnswerTiers(store.executionJournal, tiers);
  const told: Told[] = [];
  const ids = new Map<ExecutionId, string>();
  let step = 0;
  const ask = async (key: string, since = ever) => {
    await meanwhile(step++);
    const answer = await journal.cached(key, since);
    told.push(answer && { ...answer, of: ids.get(answer.execution) });
  };
  const given = async (key: string, response: string, minute?: number) =>
    void ids.set(await write(key, response, minute), response);
  await ask('colour');
  await given('colour', 'Blue\0 \ud800.');
  await given('secret', `The key is ${SECRET}.`);
  for (let times = 0; times < 3; times++) for (const key of ['colour', 'secret']) await ask(key);
  await given('colour', 'Red.', 2);
  for (let times = 0; times < 2; times++) await ask('colour');
  await ask('colour', minutesLater(1));
  await ask('colour', minutesLater(3));
  for (const [id, response] of ids) if (response.includes(SECRET)) await redact(id);
  for (let times = 0; times < 2; times++) await ask('secret');
  await store.responseCache.clear();
  for (const key of ['colour', 'secret']) await ask(key);
  await given('secret', 'I do not tell.', 4);
  for (let times = 0; times < 3; times++) await ask('secret');
  return told;
}

async function redact(id: ExecutionId): Promise<void> {
  const { removed } = await store.executions.redact({
    subject: { kind: 'execution', id },
    texts: [],
    actor: 'ada',
    at: someTime,
    note: null,
  });
  expect(removed).toBeGreaterThan(0);
}

/** What the record alone answers. */
const truth = [
  null,
  ...Array.from({ length: 3 }, () => ['Blue\0 \ud800.', `The key is ${SECRET}.`]).flat(),
  'Red.',
  'Red.',
  'Red.',
  null,
  null,
  null,
  null,
  null,
  'I do not tell.',
  'I do not tell.',
  'I do not tell.',
];

/** The whole answers where they are right; everything that a tier might change is in them. */
function expectTruth(told: readonly Told[]): void {
  expect(told.map((answer) => answer?.response ?? null)).toEqual(truth);
  for (const answer of told.filter((one) => one !== null)) {
    expect(answer).toEqual({
      execution: expect.any(String),
      at: expect.any(Date),
      response: answer.response,
      reasoning: null,
      answeredModel: null,
      finishReason: 'stop',
      usage: tokens(9, 3),
      of: answer.response,
    });
  }
}

describe('cached answers are the same', () => {
  it('from the record alone, and with a memory', async () => {
    expectTruth(await life([]));
    await store.responseCache.clear();
    expectTruth(await life([new AnswerMemory()]));
  });

  it('with a Redis that is not there', async () => {
    expectTruth(await life([redisAt(await deadAddress())]));
  });

  describe('with a server that', () => {
    let server: StrangeServer;
    afterEach(() => server.close());

    it.each([
      ['says nothing', null],
      ['refuses everything', '-NOAUTH Authentication required.\r\n'],
      ['says yes to everything', '+OK\r\n'],
      ['has a long text for everything', `$9\r\n{"a":"b"}\r\n`],
      ['is no Redis', 'HTTP/1.1 200 OK\r\n\r\n'],
    ])('%s', async (_, says) => {
      server = await startStrangeServer(says);
      expectTruth(await life([redisAt(server.address, 50)]));
    });
  });

  describe.skipIf(!hasRedis)('with a Redis', () => {
    let redis: TestRedis;
    let other: RedisClient;
    beforeAll(async () => {
      redis = await startRedis();
      other = redisClient(redis.address);
      await other.connect();
    });
    afterAll(async () => {
      other.destroy();
      await redis.kill();
    });

    it('that has copies', async () => {
      const copies = redisAt(redis.address);
      expectTruth(await life([copies], () => untilReached(copies)));
      expect(copies.use.hits).toBeGreaterThan(5);
    });

    it('behind a memory, of two processes', async () => {
      const copies = redisAt(redis.address);
      expectTruth(await life([new AnswerMemory(), copies], () => untilReached(copies)));
      await store.responseCache.clear();
      expectTruth(await life([new AnswerMemory(), redisAt(redis.address)]));
    });

    it('whose values somebody changes all the time', async () => {
      const copies = redisAt(redis.address);
      expectTruth(
        await life([copies], async () => {
          await untilReached(copies);
          const { keys } = await other.scan('0', 'prompt-runner:*');
          for (const key of keys) await other.set(key, Buffer.from('{"response":"Mine."}'), 60_000);
        }),
      );
    });

    it('that dies while it is asked', async () => {
      const dying = await startRedis();
      const copies = redisAt(dying.address);
      expectTruth(
        await life([copies], (step) => {
          if (step < 5) return untilReached(copies);
          return step === 5 ? dying.kill() : copies.reach();
        }),
      );
      expect(copies.use.hits).toBeGreaterThan(0);
      expect(copies.use.unheard).toBeGreaterThan(0);
    });
  });
});
