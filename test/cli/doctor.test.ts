import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/operations/doctor/outputs.js';
import { deadAddress, hasRedis, startRedis } from '../fixtures/redis-server.js';
import { type RunOptions, Workbench } from './harness.js';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.dispose());

const PATH = process.env.PATH ?? '';

async function findings(options: RunOptions = {}): Promise<{ code: number; of(check: string): Finding[] }> {
  const result = await bench.run(['doctor', '--json'], { ...options, env: { PATH, ...options.env } });
  const { findings: all } = result.json<{ findings: Finding[] }>();
  return { code: result.code, of: (check) => all.filter((finding) => finding.check === check) };
}

/** A folder for PATH that holds one program, which does nothing. */
function folderWith(program: string): string {
  const folder = join(bench.folder, 'programs');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, program), '#!/bin/sh\n');
  chmodSync(join(folder, program), 0o755);
  return folder;
}

describe('doctor', () => {
  it('finds a fresh place in order, and makes nothing', async () => {
    const { code, of } = await findings();
    expect(code).toBe(0);
    expect(of('prompt-runner')).toMatchObject([
      { status: 'ok', says: expect.stringMatching(/^\d+\.\d+\.\d+/) },
    ]);
    expect(of('Node')).toMatchObject([{ status: 'ok', says: process.versions.node, fix: null }]);
    expect(of('SQLite')).toMatchObject([{ status: 'ok', says: expect.stringMatching(/^3\.\d+/) }]);
    expect(of('store')).toMatchObject([{ status: 'ok', says: expect.stringContaining('not there yet') }]);
    expect(of('store schema')).toEqual([]);
    expect(of('disk space')).toHaveLength(1);
    expect((await bench.run(['db', 'current', '--json'])).json()).toMatchObject({ schema: 0 });
  });

  it('looks into the store', async () => {
    await bench.run(['orchestrate', 'plan', 'Add a login page']);
    const { code, of } = await findings();
    expect(code).toBe(0);
    expect(of('store')).toMatchObject([
      { status: 'ok', says: expect.stringMatching(/kB; from \$PROMPT_RUNNER_DB\)$/) },
    ]);
    expect(of('store schema')).toMatchObject([{ status: 'ok' }]);
    expect(of('store content')).toMatchObject([{ status: 'ok', says: 'sound' }]);
    await bench.run(['db', 'downgrade', '--yes']);
    expect((await findings()).of('store schema')).toMatchObject([
      { status: 'warning', fix: 'prompt-runner db upgrade' },
    ]);
  });

  it.each([
    [
      'is no database',
      (file: string) => writeFileSync(file, 'text '.repeat(1000)),
      'store content',
      'is not an SQLite database',
    ],
    ['is a folder', (file: string) => mkdirSync(file), 'store', 'is a folder'],
  ])('exits 1 when the store %s', async (_, spoil, check, says) => {
    mkdirSync(dirname(bench.db), { recursive: true });
    spoil(bench.db);
    const { code, of } = await findings();
    expect(code).toBe(1);
    expect(of(check)).toMatchObject([{ status: 'problem', says: expect.stringContaining(says) }]);
  });

  it('exits 1 when the configuration is broken, with the command that mends it', async () => {
    writeFileSync(join(bench.work, '.prompt-runner.yaml'), 'actor: [ada\n');
    const broken = await findings({ env: { PROMPT_RUNNER_REQUEST_MAX_BYTES: 'many' } });
    expect(broken.code).toBe(1);
    expect(broken.of('configuration')).toMatchObject([
      { status: 'problem', fix: 'prompt-runner config edit --in project' },
      { status: 'problem', fix: 'unset PROMPT_RUNNER_REQUEST_MAX_BYTES' },
    ]);
    writeFileSync(join(bench.work, '.prompt-runner.yaml'), 'actr: ada\n');
    const strange = await findings();
    expect(strange.code).toBe(0);
    expect(strange.of('configuration')).toMatchObject([
      { status: 'warning', says: expect.stringContaining('Did you mean "actor"?') },
    ]);
  });

  it('says of the store what keeps its address from being known, once', async () => {
    const { of } = await findings({ env: { PROMPT_RUNNER_DB: 'env' } });
    expect(of('store')).toEqual([]);
    expect(of('configuration')).toMatchObject([{ says: expect.stringContaining('DATABASE_URL is not set') }]);
    const remote = await findings({ env: { PROMPT_RUNNER_DB: 'postgres://me:secret@127.0.0.1:9/db' } });
    expect(remote.of('store')).toMatchObject([{ status: 'ok', says: expect.not.stringContaining('secret') }]);
    expect(remote.of('store content')).toMatchObject([
      { status: 'problem', says: expect.stringMatching(/^(?!.*secret).*cannot be reached/) },
    ]);
  });

  it('names the model keys that are set, and never shows one', async () => {
    const env = {
      PATH,
      ANTHROPIC_API_KEY: 'sk-value-one',
      OPENAI_API_KEY: 'sk-value-two',
      GROQ_API_KEY: ' ',
    };
    for (const words of [['doctor'], ['doctor', '--json'], ['doctor', '--verbose']]) {
      const { out, err } = await bench.run(words, { env });
      expect(out).toContain('ANTHROPIC_API_KEY, OPENAI_API_KEY');
      expect(out).not.toContain('GROQ');
      expect(out + err).not.toContain('sk-value');
    }
    const padded = await findings({ env: { OPENAI_API_KEY: 'sk-value\n' } });
    expect(padded.of('model keys')).toMatchObject([
      { status: 'warning', says: expect.not.stringContaining('sk-') },
    ]);
  });

  it('says how the clipboard is reached', async () => {
    const desktop = { DISPLAY: ':0', PATH: folderWith('xsel') };
    expect((await findings({ env: desktop })).of('clipboard')).toMatchObject([
      { status: 'ok', says: 'xsel and xsel' },
    ]);
    const bare = { DISPLAY: ':0', PATH: '' };
    expect((await findings({ env: bare })).of('clipboard')).toMatchObject([
      { fix: 'Install xclip or xsel.' },
    ]);
    const wayland = await findings({ env: { WAYLAND_DISPLAY: 'wayland-0', PATH: '' } });
    expect(wayland.of('clipboard')).toMatchObject([{ fix: 'Install wl-clipboard.' }]);
    const ssh = await findings({ env: { ...desktop, SSH_CONNECTION: 'x' }, terminal: true });
    expect(ssh.of('clipboard')).toMatchObject([
      { status: 'warning', says: expect.stringContaining('OSC 52') },
    ]);
  });

  it('looks at the terminal', async () => {
    const terminal = { terminal: true, columns: 100, colour: true } as const;
    const good = await findings({ ...terminal, env: { LANG: 'en_GB.UTF-8' } });
    expect(good.of('terminal')).toMatchObject([{ status: 'ok', says: '100 columns, colour, UTF-8' }]);
    const bad = await findings({ ...terminal, env: { LANG: 'C' } });
    expect(bad.of('terminal')).toMatchObject([{ status: 'warning', fix: 'export LC_ALL=C.UTF-8' }]);
    const narrow = await findings({ ...terminal, columns: 40, env: { LC_ALL: 'C.UTF-8' } });
    expect(narrow.of('terminal')).toMatchObject([{ status: 'warning' }]);
    expect((await findings()).of('terminal')).toMatchObject([{ status: 'ok' }]);
  });

  it('looks for git', async () => {
    expect((await findings()).of('git')).toMatchObject([{ status: 'ok' }]);
    expect((await findings({ env: { PATH: bench.folder } })).of('git')).toMatchObject([
      { status: 'warning' },
    ]);
  });

  it('fits a terminal of 80 columns, each fix below its finding', async () => {
    writeFileSync(join(bench.work, '.prompt-runner.yaml'), 'actr: ada\nactor: [1]\n');
    const { out, code } = await bench.run(['doctor'], {
      terminal: true,
      env: { PATH, PROMPT_RUNNER_ACTOR: '' },
    });
    expect(code).toBe(1);
    const wide = out.split('\n').filter((line) => line.length > 80 && !line.includes(bench.folder));
    expect(wide).toEqual([]);
    expect(out).toMatch(/^problem {2}configuration {2}actor/m);
    expect(out).toMatch(/^ +Fix: prompt-runner config edit --in project$/m);
    expect(out).toMatch(/^1 problem, \d warnings?\.$/m);
  });

  it('says whether the Redis that is configured answers, and that all goes on without it', async () => {
    expect((await findings()).of('cache')).toEqual([]);
    const address = await deadAddress();
    const env = { PROMPT_RUNNER_CACHE: address.replace('//', '//me:secret@') };
    const { code, of } = await findings({ env });
    expect(code).toBe(0);
    expect(of('cache')).toEqual([
      {
        check: 'cache',
        status: 'warning',
        says: `${address.replace('//', '//…@')} (from $PROMPT_RUNNER_CACHE) cannot be reached. Answers come from the store: the same ones, slower.`,
        fix: 'Start it, or do without: prompt-runner config unset cache',
      },
    ]);
  });

  it.skipIf(!hasRedis)('says how quickly the Redis answers', async () => {
    const redis = await startRedis();
    const { of } = await findings({ env: { PROMPT_RUNNER_CACHE: redis.address } });
    await redis.kill();
    expect(of('cache')).toMatchObject([{ status: 'ok', says: expect.stringMatching(/answers in \d+ ms$/) }]);
  });
});
