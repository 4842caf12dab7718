import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  deadAddress,
  hasRedis,
  startRedis,
  startStrangeServer,
  type TestRedis,
} from '../fixtures/redis-server.js';
import { type RunOptions, Workbench } from './harness.js';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.dispose());

const cache = (words: readonly string[], options: RunOptions = {}) => bench.run(['cache', ...words], options);
const run = (text: string, options: RunOptions = {}) => bench.run(['run', text, '-m', 'fake'], options);
const stats = async () =>
  (await cache(['stats', '--json'])).json<{ entries: number; hits: number; bytes: number; saved: number }>();
const day = (number: number) => new Date(Date.UTC(2026, 0, number));

describe('the cache of answers', () => {
  it('counts what it holds, its hits, and what they would have cost', async () => {
    const folder = join(bench.folder, '.config', 'prompt-runner');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'models.yaml'), 'prices: { "fake:s.yaml": { input: 0, output: 1000 } }\n');
    writeFileSync(join(bench.work, 's.yaml'), 'rules: [{ answer: abc, usage: { input: 1, output: 250 } }]\n');
    for (let time = 0; time < 3; time++) await bench.run(['run', 'Say it.', '-m', 'fake:s.yaml']);
    await run('Say more.');
    expect(await stats()).toMatchObject({ entries: 2, hits: 2, bytes: 12, saved: 0.5 });
    const { out } = await cache(['stats']);
    expect(out).toMatch(/^answers +2, given again for 30 days\n/);
    expect(out).toMatch(/^saved +\$0\.50$/m);
  });

  it('tells of hits of which nobody knows what they would have cost', async () => {
    const folder = join(bench.folder, '.config', 'prompt-runner');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'models.yaml'), 'prices: { "fake:s.yaml": { input: 1, output: 1 } }\n');
    writeFileSync(join(bench.work, 's.yaml'), 'rules: [{ answer: abc }]\n');
    for (let time = 0; time < 2; time++) await bench.run(['run', 'Say it.', '-m', 'fake:s.yaml']);
    expect((await cache(['stats'])).out).toMatch(/^saved +\$0\.00, and 1 hit of unknown cost$/m);
  });

  it('is emptied when somebody agrees; the executions stay', async () => {
    await run('Say it.');
    expect((await cache(['clear'])).code).toBe(2);
    const declined = await cache(['clear'], { terminal: true, keys: ['n', '\r'] });
    expect([declined.code, declined.out]).toEqual([0, '']);
    expect((await stats()).entries).toBe(1);
    expect((await cache(['clear', '--yes'])).out).toBe('Forgot 1 answer.\n');
    expect((await cache(['clear'])).out).toBe('Forgot 0 answers.\n');
    expect((await run('Say it.')).err).not.toContain('from the cache');
    expect((await bench.run(['execution', 'list', '--json'])).json<{ total: number }>().total).toBe(2);
  });

  it('forgets what is old', async () => {
    bench.time = day(1);
    await run('An old one.');
    bench.time = day(20);
    await run('A new one.');
    bench.time = day(21);
    expect((await cache(['prune', '--older-than', '10d'])).out).toBe(
      'Forgot 1 answer; 1 answer left, 10 B.\n',
    );
    expect((await run('A new one.')).err).toContain('from the cache');
    expect((await run('An old one.')).err).not.toContain('from the cache');
  });

  it('forgets beyond a size what was not wanted for longest', async () => {
    for (const [at, text] of ['first one', 'other one', 'third one'].entries()) {
      bench.time = day(at + 1);
      await run(text);
    }
    bench.time = day(5);
    await run('first one');
    expect((await cache(['prune', '--max-size', '20B'])).out).toContain(
      'Forgot 1 answer; 2 answers left, 18 B.',
    );
    expect((await run('other one', {})).err).not.toContain('from the cache');
    expect((await run('first one')).err).toContain('from the cache');
  });

  it('says what it needs', async () => {
    expect((await cache(['prune'])).code).toBe(2);
    expect((await cache(['prune', '--max-size', 'much'])).err).toContain('--max-size takes a size such as');
  });
});

describe('copies in a Redis that does not answer', () => {
  it('change nothing but what the commands about them say', async () => {
    const server = await startStrangeServer();
    const at = { silent: server.address, away: await deadAddress() };
    for (const [why, address] of Object.entries(at)) {
      const env = { PROMPT_RUNNER_CACHE: address.replace('//', '//me:secret@') };
      const answers = [await run('Say it.', { env }), await run('Say it.', { env })];
      expect(answers.map(({ code }) => code)).toEqual([0, 0]);
      expect(answers[1]?.out).toBe(answers[0]?.out);
      expect(answers[1]?.err).toContain('from the cache');
      const { redis } = (await cache(['stats', '--json'], { env })).json<{ redis: unknown }>();
      expect(redis).toMatchObject({ reachable: false, address: address.replace('//', '//…@'), why });
      const told = await cache(['stats'], { env });
      expect(told.out).toMatch(/^copies +redis:\/\/…@127\.0\.0\.1:\d+ .*; answers come from the store$/m);
      for (const words of [['config', 'list'], ['config', 'get', 'cache', '--json'], ['doctor']]) {
        const shown = await bench.run(words, { env });
        expect(shown.out).toContain('//…@');
        expect(shown.out + shown.err).not.toContain('secret');
      }
      const cleared = await cache(['clear', '--yes'], { env });
      expect(cleared.out).toMatch(/^Forgot 1 answer\.\nThe Redis .*: what is left there is never given/);
    }
    await server.close();
  });
});

describe.skipIf(!hasRedis)('copies in a Redis', () => {
  let redis: TestRedis;
  let env: { readonly PROMPT_RUNNER_CACHE: string };
  beforeAll(async () => {
    redis = await startRedis();
    env = { PROMPT_RUNNER_CACHE: redis.address };
  });
  afterAll(() => redis.kill());

  const copies = async () =>
    (await cache(['stats', '--json'], { env })).json<{ redis: { copies: number } }>().redis.copies;

  /** On a busy machine, a copy may be late, and is left out then. */
  async function copiedBy(ask: () => Promise<unknown>): Promise<void> {
    const asked = () => ask().then(copies);
    await expect.poll(asked).toBe(1);
  }

  it('are made of answers that are wanted again, counted, and taken away', async () => {
    const first = await run('Say it.', { env });
    expect(await copies()).toBe(0);
    const again = await run('Say it.', { env });
    await copiedBy(() => run('Say it.', { env }));
    const third = await run('Say it.', { env });
    expect([again.out, third.out]).toEqual([first.out, first.out]);
    expect(third.err).toContain('from the cache');
    expect((await cache(['stats'], { env })).out).toMatch(
      /^copies +1 in redis:\/\/127\.0\.0\.1:\d+, which answers in \d+ ms$/m,
    );
    expect((await cache(['clear', '--yes'], { env })).out).toBe('Forgot 1 answer.\n');
    expect(await copies()).toBe(0);
    expect((await run('Say it.', { env })).err).not.toContain('from the cache');
  });

  it('go with what is redacted', async () => {
    const key = `AKIA${'AB3D'.repeat(4)}`;
    writeFileSync(join(bench.work, 's.yaml'), JSON.stringify({ rules: [{ answer: `It is ${key}.` }] }));
    const ask = () => bench.run(['run', 'Which is it?', '-m', 'fake:s.yaml'], { env });
    await ask();
    await copiedBy(ask);
    await bench.run(['execution', 'redact', 'latest', '--yes'], { env });
    expect(await copies()).toBe(0);
    expect((await ask()).err).not.toContain('from the cache');
  });
});
