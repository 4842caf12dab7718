import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { SCHEMA_VERSION } from '../../src/store/schema-version.js';
import { isServer, placeOn } from '../fixtures/empty-store.js';
import { shapedSecret } from '../fixtures/some-secrets.js';
import { filesIn } from '../fixtures/tar-files.js';
import { Workbench } from './harness.js';

let bench: Workbench;
let db: string;
beforeEach(() => {
  bench = new Workbench();
  const server = inject('server');
  // One of its own: these commands change schemas, and take all that is there away.
  db = server === null ? join(bench.folder, 'data', 'store.db') : placeOn(server);
});
afterEach(() => bench.dispose());

const run = (line: string, options = {}) =>
  bench.run(line.split(' '), { env: { PROMPT_RUNNER_DB: db }, ...options });
const at = (file: string) => join(bench.work, file);

/** Damages a page in the middle, as a failing disk does. */
function flipped(bytes: Buffer): Buffer {
  const spoilt = Buffer.from(bytes);
  const from = Math.min(4096 * 3, Math.floor(bytes.length / 2));
  spoilt.fill(0x5a, from, Math.min(from + 4096, bytes.length));
  return spoilt;
}

async function planned(title: string): Promise<void> {
  if (isServer()) expect(await run('db upgrade')).toMatchObject({ code: 0 });
  expect(await run(`orchestrate plan ${title}`)).toMatchObject({ code: 0 });
}

const titles = async (where = '') => (await run(`orchestrate list-sessions${where}`)).out;

describe('a whole store', () => {
  it('is exported and imported into another one, which has the same', async () => {
    await planned('Add-a-login-page');
    const exported = await run('db export moved.tar.gz --with-secrets');
    expect(exported).toMatchObject({ code: 0, out: expect.stringMatching(/moved\.tar\.gz \(\d+ rows, /) });
    expect(exported.out).toContain('keep it to yourself');
    if (process.platform !== 'win32') expect(statSync(at('moved.tar.gz')).mode & 0o777).toBe(0o600);
    expect(await run('db import moved.tar.gz --db other.db')).toMatchObject({ code: 0 });
    expect(await titles(' --db other.db')).toContain('Add-a-login-page');
    expect(await run('db check --db other.db')).toMatchObject({
      code: 0,
      out: expect.stringContaining('sound'),
    });
    expect(await run('db export again.tar.gz --with-secrets --db other.db')).toMatchObject({ code: 0 });
    const tables = (name: string) => [...filesIn(at(name))].filter(([file]) => file !== 'manifest.json');
    expect(tables('again.tar.gz')).toEqual(tables('moved.tar.gz'));
  });

  it('is exported without credentials, and says in how many places', async () => {
    const secret = shapedSecret(0);
    await planned(`Use-${secret}`);
    const { code, out } = await run('db export given.tar.gz');
    expect([code, out]).toEqual([0, expect.stringMatching(/In \d+ places a mark stands for/)]);
    for (const content of filesIn(at('given.tar.gz')).values()) expect(content.includes(secret)).toBe(false);
    expect((await run('db export kept.tar.gz --with-secrets --json')).json()).toMatchObject({
      with_secrets: true,
      redacted: 0,
    });
    expect([...filesIn(at('kept.tar.gz')).values()].some((content) => content.includes(secret))).toBe(true);
  });

  it('is exported over nothing, and not into nowhere', async () => {
    await planned('Add-a-login-page');
    writeFileSync(at('there.tar.gz'), 'mine');
    expect(await run('db export there.tar.gz')).toMatchObject({ code: 1 });
    expect(readFileSync(at('there.tar.gz'), 'utf8')).toBe('mine');
    expect(await run('db export none/x.tar.gz')).toMatchObject({
      code: 3,
      err: expect.stringContaining('mkdir -p'),
    });
    expect(readdirSync(bench.work)).toEqual(['there.tar.gz']);
  });

  it.skipIf(process.getuid?.() === 0)('is not exported where one may not write', async () => {
    await planned('Add-a-login-page');
    mkdirSync(at('closed'), { mode: 0o500 });
    expect(await run('db export closed/x.tar.gz')).toMatchObject({
      code: 1,
      err: expect.stringContaining('permission denied'),
    });
    chmodSync(at('closed'), 0o700);
  });

  it('is imported into an empty one only, or in the place of what is there, which is kept', async () => {
    await planned('Add-a-login-page');
    await run('db export first.tar.gz --with-secrets');
    await planned('Add-a-logout-page');
    expect(await run('db import first.tar.gz')).toMatchObject({
      code: 4,
      err: expect.stringContaining('--replace'),
    });
    expect(await run('db import first.tar.gz --replace')).toMatchObject({ code: 2 });
    expect(await titles()).toContain('Add-a-logout-page');
    const { kept } = (await run('db import first.tar.gz --replace --yes --json')).json<{ kept: string }>();
    expect(await titles()).not.toContain('Add-a-logout-page');
    expect(await run(`db restore ${kept} --yes`)).toMatchObject({ code: 0 });
    expect(await titles()).toContain('Add-a-logout-page');
  });

  it('is not asked about in vain, nor changed when nobody agrees', async () => {
    await planned('Add-a-login-page');
    await run('db export first.tar.gz');
    const asked = await run('db import first.tar.gz --replace', { terminal: true, lines: ['n'] });
    expect(asked.code).not.toBe(0);
    writeFileSync(at('letter'), 'a letter to my aunt');
    const refused = await run('db import letter --replace', { terminal: true });
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('is neither an archive') });
    expect(refused.err).not.toContain('[y/N]');
    expect(await titles()).toContain('Add-a-login-page');
  });

  it.each(['import', 'restore'])('is not found where there is none: %s', async (verb) => {
    expect(await run(`db ${verb} nothing.tar.gz`)).toMatchObject({ code: 3 });
    expect(await run(`db ${verb} .`)).toMatchObject({ code: 1, err: expect.stringContaining('folder') });
  });
});

describe('a backup', () => {
  it('is put back in the place of the store, and what was there is kept', async () => {
    await planned('Add-a-login-page');
    const { file } = (await run('db backup --json')).json<{ file: string }>();
    await planned('Add-a-logout-page');
    expect(await run(`db restore ${file}`)).toMatchObject({ code: 2 });
    const restored = (await run(`db restore ${file} --yes --json`)).json<{ kept: string; schema: number }>();
    expect(restored).toMatchObject({
      schema: SCHEMA_VERSION,
      kept: expect.stringContaining('.before-restore.'),
    });
    expect(existsSync(restored.kept)).toBe(true);
    expect(await titles()).toContain('Add-a-login-page');
    expect(await titles()).not.toContain('Add-a-logout-page');
    expect(await run('db check')).toMatchObject({ code: 0 });
    expect(await run(`db restore ${restored.kept} --yes`)).toMatchObject({ code: 0 });
    expect(await titles()).toContain('Add-a-logout-page');
  });

  it('loses nothing that others write meanwhile: it is in the store, or in what was kept', async () => {
    await planned('Add-a-login-page');
    const { file } = (await run('db backup --json')).json<{ file: string }>();
    const others = Array.from({ length: 6 }, (_, at) => `Meanwhile-${at}`);
    const [restored, ...done] = await Promise.all([
      run(`db restore ${file} --yes --json`),
      ...others.map((title) => run(`orchestrate plan ${title}`)),
    ]);
    expect(done.map(({ code }) => code)).toEqual(others.map(() => 0));
    const after = await titles();
    await run(`db restore ${restored.json<{ kept: string }>().kept} --yes`);
    const before = await titles();
    for (const title of others) expect([title, `${after}${before}`.includes(title)]).toEqual([title, true]);
    expect(await run('db check')).toMatchObject({ code: 0 });
  });

  it('of an older schema is brought up to date, and is not written itself', async () => {
    await planned('Add-a-login-page');
    const { file } = (await run('db backup --json')).json<{ file: string }>();
    const { backup } = (await run('db downgrade 3 --force --json')).json<{ backup: string }>();
    expect(await run('db backup older')).toMatchObject({ code: 0 });
    const before = readFileSync(at('older'));
    expect(await run('db upgrade')).toMatchObject({ code: 0 });
    expect(await run('db restore older --yes')).toMatchObject({ code: 0 });
    expect(readFileSync(at('older'))).toEqual(before);
    expect(await titles()).toContain('Add-a-login-page');
    for (const copy of [backup, file])
      expect(await run(`db restore ${copy} --yes`)).toMatchObject({ code: 0 });
    expect(await run('db check')).toMatchObject({ code: 0 });
  });

  it('that is damaged, or none, is refused, and the store stays', async () => {
    await planned('Add-a-login-page');
    await run('db backup copy');
    const whole = readFileSync(at('copy'));
    writeFileSync(at('cut'), whole.subarray(0, whole.length / 2));
    writeFileSync(at('flipped'), flipped(whole));
    writeFileSync(at('letter'), 'a letter to my aunt\n');
    for (const file of ['cut', 'flipped', 'letter']) {
      const { code, err } = await run(`db restore ${file} --yes`);
      expect([file, code]).toEqual([file, 1]);
      expect(err).toContain(at(file));
    }
    expect(await titles()).toContain('Add-a-login-page');
  });
});

describe.runIf(isServer())('a store on a server', () => {
  it('is empty at first, and takes an archive in then', async () => {
    await bench.run(['orchestrate', 'plan', 'Add-a-login-page', '--db', 'mine.db']);
    await run('db export moved.tar.gz --with-secrets --db mine.db');
    expect(await run('db import moved.tar.gz')).toMatchObject({ code: 0 });
    expect(await titles()).toContain('Add-a-login-page');
    expect(await run('db restore mine.db --yes')).toMatchObject({
      code: 4,
      err: expect.stringContaining('db export moved.tar.gz --with-secrets --db'),
    });
  });

  it('is written into an archive before its schema changes, unless it is empty', async () => {
    expect((await run('db upgrade --json')).json()).toMatchObject({ from: 0, backup: null });
    expect((await run(`db downgrade --json`)).json()).toMatchObject({ backup: null });
    await run('db upgrade');
    await run('orchestrate plan Add-a-login-page');
    const { backup } = (await run('db downgrade --json')).json<{ backup: string }>();
    expect(backup.startsWith(bench.folder)).toBe(true);
    expect(filesIn(backup).has('manifest.json')).toBe(true);
    expect(await run('orchestrate list-sessions')).toMatchObject({
      code: 1,
      err: expect.stringContaining('db upgrade'),
    });
    expect(await run('db import x --replace')).toMatchObject({ code: 3 });
    expect(await run(`db import ${backup} --replace --yes`)).toMatchObject({
      code: 1,
      err: expect.stringContaining('db upgrade'),
    });
  });

  it('is named without its password', async () => {
    const secret = 'postgres://me:hunter2@127.0.0.1:9/shop';
    for (const line of ['db url', 'db url --json', 'db check', 'db export x', 'db restore x', 'db vacuum']) {
      const { out, err } = await run(line, { env: { PROMPT_RUNNER_DB: secret } });
      expect(out + err).toContain('127.0.0.1:9/shop');
      expect(out + err).not.toContain('hunter2');
    }
  });
});

describe.skipIf(isServer())('a store in a file', () => {
  it('that is damaged is moved away, and a backup takes its place', async () => {
    await planned('Add-a-login-page');
    await run('db backup copy.db');
    for (const spoil of [() => Buffer.from('a letter to my aunt\n'.repeat(99)), flipped]) {
      const spoilt = spoil(readFileSync(db));
      writeFileSync(db, spoilt);
      const { code, out } = await run('db restore copy.db --yes');
      expect(code).toBe(0);
      const kept = /is in (\S+\.bak)/.exec(out)?.[1] ?? '';
      expect(readFileSync(kept)).toEqual(spoilt);
      expect(await titles()).toContain('Add-a-login-page');
      expect(await run('db check')).toMatchObject({ code: 0 });
    }
    expect(readdirSync(dirname(db)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('that is not there yet is made from a backup', async () => {
    await planned('Add-a-login-page');
    await run('db backup copy.db');
    expect(await run('db restore copy.db --db new.db')).toMatchObject({ code: 0 });
    expect(await titles(' --db new.db')).toContain('Add-a-login-page');
  });

  it('with damage that is found by reading it is told of, with exit code 1', async () => {
    await planned('Add-a-login-page');
    await run('db backup copy.db');
    copyFileSync(at('copy.db'), at('bad.db'));
    writeFileSync(at('bad.db'), flipped(readFileSync(at('bad.db'))));
    const checked = await run('db check --db bad.db --json');
    expect(checked.code).toBe(1);
    expect(checked.json()).toMatchObject({ sound: false, findings: [{ check: 'integrity' }] });
  });

  it('gets smaller when much was removed', async () => {
    await planned('Add-a-login-page');
    await run('db export small.tar.gz');
    const long = { stdin: 'A long prompt. '.repeat(20_000) };
    expect(await run('prompt create long', long)).toMatchObject({ code: 0 });
    await run('db import small.tar.gz --replace --yes');
    const { before_bytes, after_bytes } = (await run('db vacuum --json')).json<Record<string, number>>();
    expect(after_bytes).toBeLessThan(Number(before_bytes));
    expect(await run('db check')).toMatchObject({ code: 0 });
  });
});

describe('the place of the store', () => {
  it('is printed by itself, and where it is set beside', async () => {
    const { out, err } = await run('db url');
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(err).toBe('Set by: $PROMPT_RUNNER_DB\n');
    expect((await run('db url --json')).json()).toMatchObject({
      kind: isServer() ? 'server' : 'file',
      origin: '$PROMPT_RUNNER_DB',
    });
  });
});

describe('a downgrade', () => {
  it('that loses something says what, and needs --force, which writes an archive', async () => {
    await planned('Add-a-login-page');
    await run('prompt create review --text Hello');
    const refused = await run('db downgrade 2');
    expect(refused.code).toBe(4);
    expect(refused.err).toMatch(/Schema 2 has no place for .*1 row of prompts/);
    expect(refused.err).toContain('db downgrade 2 --force');
    expect((await run('db current --json')).json()).toMatchObject({ schema: SCHEMA_VERSION });
    const done = (await run('db downgrade 2 --force --json')).json<{ backup: string; losses: object[] }>();
    expect(done.losses).toContainEqual({ table: 'prompts', column: null, rows: 1 });
    await run('db upgrade');
    expect(await run(`db restore ${done.backup} --yes`)).toMatchObject({ code: 0 });
    expect((await run('prompt show review')).out).toContain('Hello');
  });

  it('that loses nothing needs nothing, by one or by number', async () => {
    await planned('Add-a-login-page');
    expect(await run('db downgrade -1')).toMatchObject({ code: 0 });
    expect(await run('db upgrade head')).toMatchObject({ code: 0 });
    expect(await run(`db downgrade ${SCHEMA_VERSION}`)).toMatchObject({ code: 0 });
    expect(await run('db downgrade 99')).toMatchObject({ code: 2 });
    expect(await run('db downgrade -x')).toMatchObject({ code: 2 });
  });
});
