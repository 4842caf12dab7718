import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROJECT_FILE } from './config-file.js';
import { type Config, loadConfig } from './load-config.js';
import { describeOrigin } from './origin.js';
import { userConfigFile, userDataFolder } from './paths.js';
import { settings } from './settings.js';
import { storeAsWritten } from './store-address.js';

let home: string;
let cwd: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'prompt-runner-config-'));
  cwd = join(home, 'project', 'src');
  mkdirSync(cwd, { recursive: true });
  mkdirSync(join(home, 'project', '.git'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const projectFile = () => join(home, 'project', PROJECT_FILE);
const userFile = () => userConfigFile({ HOME: home });

function writeUserFile(text: string): void {
  mkdirSync(dirname(userFile()), { recursive: true });
  writeFileSync(userFile(), text);
}

function load(env: Record<string, string> = {}, flags: { store?: string } = {}): Promise<Config> {
  return loadConfig({ env: { HOME: home, ...env }, cwd, flags });
}

describe('a value', () => {
  it('comes from the first of flag, environment, project file, user file and default that has it', async () => {
    const fallback = join(userDataFolder({ HOME: home }), 'prompt-runner.db');
    expect(await storeOf(load())).toEqual([fallback, 'default']);
    writeUserFile('store: /from/user.db\n');
    expect(await storeOf(load())).toEqual(['/from/user.db', userFile()]);
    writeFileSync(projectFile(), 'store: /from/project.db\n');
    expect(await storeOf(load())).toEqual(['/from/project.db', projectFile()]);
    const env = { PROMPT_RUNNER_DB: '/from/environment.db' };
    expect(await storeOf(load(env))).toEqual(['/from/environment.db', '$PROMPT_RUNNER_DB']);
    expect(await storeOf(load(env, { store: '/from/flag.db' }))).toEqual(['/from/flag.db', 'command line']);
  });

  it('has its own origin, whatever the others come from', async () => {
    writeUserFile('actor: ada\nprompt: {warn_tokens: 10}\n');
    writeFileSync(projectFile(), 'prompt.warn_tokens: 20\n');
    const { values, origins } = await load({ PROMPT_RUNNER_REQUEST_MAX_BYTES: '30' });
    expect(values).toMatchObject({ actor: 'ada', 'prompt.warn_tokens': 20, 'request.max_bytes': 30 });
    const given = Object.entries(origins).filter(([, { from }]) => from !== 'default');
    expect(Object.fromEntries(given)).toEqual({
      actor: { from: 'user', file: userFile() },
      'request.max_bytes': { from: 'environment', variable: 'PROMPT_RUNNER_REQUEST_MAX_BYTES' },
      'prompt.warn_tokens': { from: 'project', file: projectFile() },
    });
    expect(Object.keys(origins)).toEqual(Object.keys(settings));
  });

  it('is not taken from a variable that is empty', async () => {
    const { origins } = await load({ PROMPT_RUNNER_ACTOR: '' });
    expect(origins.actor).toEqual({ from: 'default' });
  });

  async function storeOf(loading: Promise<Config>): Promise<[string, string]> {
    const { values, origins } = await loading;
    return [values.store, describeOrigin(origins.store)];
  }
});

describe('a value that makes no sense', () => {
  it.each([
    ['a size of 0', { PROMPT_RUNNER_REQUEST_MAX_BYTES: '0' }],
    ['a size below 0', { PROMPT_RUNNER_ANSWER_MAX_BYTES: '-1' }],
    ['a size in words', { PROMPT_RUNNER_PROMPT_WARN_TOKENS: 'many' }],
    ['a size with a unit', { PROMPT_RUNNER_REQUEST_MAX_BYTES: '10kB' }],
    ['a name of blanks', { PROMPT_RUNNER_ACTOR: '  ' }],
  ])('is refused with its place: %s', async (_, env) => {
    await expect(load(env)).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      kind: 'usage',
      message: expect.stringContaining(`($${Object.keys(env)[0]}) has to be`),
    });
  });

  it.each(['actor: [ada]', 'actor: 7', 'request: {max_bytes: 1.5}', 'request: {max_bytes: true}', 'store:'])(
    'is refused with the file it stands in: %s',
    async (text) => {
      writeFileSync(projectFile(), text);
      await expect(load()).rejects.toMatchObject({
        code: 'CONFIG_INVALID',
        message: expect.stringContaining(projectFile()),
      });
    },
  );

  it('harms nothing where a stronger one stands before it', async () => {
    writeFileSync(projectFile(), 'actor: [ada]');
    expect((await load({ PROMPT_RUNNER_ACTOR: 'bob' })).values.actor).toBe('bob');
  });
});

describe('a key that means nothing', () => {
  it('is warned about, with the nearest that does', async () => {
    writeUserFile('request: {max_byte: 5}\n');
    writeFileSync(projectFile(), 'actr: ada\n');
    expect((await load()).warnings).toEqual([
      `Unknown setting "actr" in ${projectFile()}. Did you mean "actor"?`,
      `Unknown setting "request.max_byte" in ${userFile()}. Did you mean "request.max_bytes"?`,
    ]);
  });

  it.each(['colour', 'toString', 'constructor'])('is warned about without one: %s', async (key) => {
    writeFileSync(projectFile(), `${key}: blue\n`);
    expect((await load()).warnings).toEqual([`Unknown setting "${key}" in ${projectFile()}.`]);
  });

  it('is not warned about when there is none', async () => {
    writeFileSync(projectFile(), 'actor: ada\n');
    expect((await load()).warnings).toEqual([]);
  });
});

describe('the address of the store', () => {
  it('is taken from DATABASE_URL only when it says so', async () => {
    const env = { DATABASE_URL: 'postgres://host/shop' };
    expect((await load(env)).values.store).not.toContain('postgres');
    expect((await load({ ...env, PROMPT_RUNNER_DB: 'env' })).values.store).toBe('postgres://host/shop');
    await expect(load({ PROMPT_RUNNER_DB: 'env' })).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining('DATABASE_URL is not set'),
    });
  });

  it.each([
    ['/data/store.db', '/data/store.db'],
    ['file:///data/store.db', '/data/store.db'],
    ['file:/data/store.db', '/data/store.db'],
    [':memory:', ':memory:'],
  ])('%s means %s everywhere', async (given, meant) => {
    expect((await load({}, { store: given })).values.store).toBe(meant);
    writeFileSync(projectFile(), `store: "${given}"\n`);
    expect((await load()).values.store).toBe(meant);
  });

  it('of a server is one that the person gives, and no project', async () => {
    const server = 'postgres://host/db';
    expect((await load({ PROMPT_RUNNER_DB: server })).values.store).toBe(server);
    writeUserFile(`store: ${server}\n`);
    expect((await load()).values.store).toBe(server);
    writeFileSync(projectFile(), `store: ${server}\n`);
    await expect(load()).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining('names a server'),
    });
    expect((await load({}, { store: 'own.db' })).values.store).toBe(join(cwd, 'own.db'));
    writeFileSync(projectFile(), 'store: env\n');
    expect((await load({ DATABASE_URL: server })).values.store).toBe(server);
  });

  it('means a relative path from the working folder, or from the folder of the file it stands in', async () => {
    writeFileSync(projectFile(), 'store: data/store.db\n');
    expect((await load()).values.store).toBe(join(home, 'project', 'data', 'store.db'));
    expect((await load({}, { store: 'data/store.db' })).values.store).toBe(join(cwd, 'data', 'store.db'));
    expect((await load({ PROMPT_RUNNER_DB: '../a.db' })).values.store).toBe(join(home, 'project', 'a.db'));
  });

  it('means a path in the home folder when it begins with a tilde', async () => {
    const meant = join(home, 'data', 'store.db');
    expect((await load({ PROMPT_RUNNER_DB: '~/data/store.db' })).values.store).toBe(meant);
    expect((await load({}, { store: 'file:~/data/store.db' })).values.store).toBe(meant);
    writeFileSync(projectFile(), 'store: ~/data/store.db\n');
    expect((await load()).values.store).toBe(meant);
    expect((await load({}, { store: '~data' })).values.store).toBe(join(cwd, '~data'));
  });

  it('is written into a file with its tilde', () => {
    expect(storeAsWritten('~/data/store.db', cwd, null)).toBe('~/data/store.db');
    expect(storeAsWritten('data/store.db', cwd, null)).toBe(join(cwd, 'data', 'store.db'));
  });
});

describe('the address of a cache', () => {
  it.each(['store', 'redis://localhost', 'rediss://me:secret@cache.example.org:6380/2'])(
    'is %s',
    async (given) => {
      expect((await load({ PROMPT_RUNNER_CACHE: given })).values.cache).toBe(given);
    },
  );

  it.each([
    'memory',
    'redis:',
    'redis://',
    'redis://host/name',
    'http://host',
    'postgres://host/db',
    'host:6379',
  ])('is not %s', async (given) => {
    await expect(load({ PROMPT_RUNNER_CACHE: given })).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining('cache ($PROMPT_RUNNER_CACHE) has to be store, or an address'),
    });
  });

  it('of a server is one that the person gives, and no project', async () => {
    const server = 'redis://host:6379';
    writeUserFile(`cache: ${server}\ncache.max_age_days: 5\n`);
    expect((await load()).values).toMatchObject({ cache: server, 'cache.max_age_days': 5 });
    writeFileSync(projectFile(), 'cache: store\n');
    expect((await load()).values.cache).toBe('store');
    writeFileSync(projectFile(), `cache: ${server}\n`);
    await expect(load()).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining('names a server'),
      remedy: { hint: expect.stringContaining('PROMPT_RUNNER_CACHE') },
    });
    expect((await load({ PROMPT_RUNNER_CACHE: 'store' })).values.cache).toBe('store');
  });
});
