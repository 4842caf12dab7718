import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { userConfigFile } from '../../src/config/paths.js';
import { Workbench } from '../cli/harness.js';
import { folderBytes } from '../fixtures/folder-bytes.js';
import { shapedSecret, shapelessKey } from '../fixtures/some-secrets.js';

/** Where keys can be. */
const places = ['environment', '.env', 'keys.env'] as const;
const CALLS = 50;
const STATUSES = [400, 401, 403, 404, 422];

/** Two for each call: one that is the provider's key, and one in a header of models.yaml. */
interface Planted {
  readonly place: (typeof places)[number];
  readonly key: string;
  readonly header: string;
  readonly status: number;
  readonly kind: 'openai' | 'compatible';
}

const planted: readonly Planted[] = Array.from({ length: CALLS }, (_, at) => ({
  place: places[at % places.length] ?? 'environment',
  // Every other one has a known shape; private keys have lines, which no header has.
  key: at % 2 === 0 ? shapelessKey(`key ${at}`) : shapedSecret((at % 10) + 12 * at),
  header: at % 2 === 1 ? shapelessKey(`header ${at}`) : shapedSecret((at % 10) + 12 * (at + CALLS)),
  status: STATUSES[at % STATUSES.length] ?? 400,
  kind: at % 4 === 0 ? 'openai' : 'compatible',
}));
const secrets = planted.flatMap(({ key, header }) => [key, header]);

/** A provider that refuses everything, and says with what it was asked: in its words, and in its headers. */
class Echo {
  status = 400;
  /** What it was sent. */
  heard = '';
  readonly #server: Server = createServer((request, response) => {
    const sent = sentWith(request);
    this.heard += sent;
    response.writeHead(this.status, { 'content-type': 'application/json', 'x-request-id': lastOf(request) });
    const message = `${sent} are wrong; see https://user:${lastOf(request)}@example.org/`;
    response.end(JSON.stringify({ error: { message, type: 'invalid', code: lastOf(request), param: null } }));
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the server has no port');
    return `http://127.0.0.1:${address.port}/v1`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

const lastOf = ({ headers }: IncomingMessage) => (headers.authorization ?? '').replace(/^Bearer /, '');
const sentWith = (request: IncomingMessage) => `${lastOf(request)} and ${request.headers['x-team']}`;

let bench: Workbench;
let echo: Echo;
let address: string;
/** All that was printed. */
let printed = '';
beforeAll(async () => {
  bench = new Workbench();
  echo = new Echo();
  address = await echo.start();
  for (const [at, secret] of planted.entries()) await askWith(secret, at);
  await lookAtEverything();
}, 60_000);
afterAll(() => {
  echo.stop();
  bench.dispose();
});

const configFile = (name: string) => join(dirname(userConfigFile({ HOME: bench.folder })), name);

/** Asks a provider once, with a key that is in one of the places. */
async function askWith({ place, key, header, status, kind }: Planted, at: number): Promise<void> {
  echo.status = status;
  mkdirSync(dirname(configFile('models.yaml')), { recursive: true });
  const settings = {
    kind: 'compatible',
    base_url: address,
    key_variable: 'HOME_KEY',
    headers: { 'x-team': header },
  };
  const openai = { base_url: address, headers: { 'x-team': header } };
  writeFileSync(
    configFile('models.yaml'),
    JSON.stringify({ providers: kind === 'openai' ? { openai } : { home: settings } }),
  );
  const line = `${kind === 'openai' ? 'OPENAI_API_KEY' : 'HOME_KEY'}=${key}\n`;
  if (place === '.env') writeFileSync(join(bench.work, '.env'), line);
  if (place === 'keys.env') {
    writeFileSync(configFile('keys.env'), line);
    chmodSync(configFile('keys.env'), 0o600);
  }
  const [variable = '', value = ''] = line.trim().split('=');
  const env: Record<string, string> = place === 'environment' ? { [variable]: value } : {};
  const model = kind === 'openai' ? 'openai:gpt-5-mini' : 'home:m';
  const words = ['run', 'Say hello.', '--model', model, at % 2 === 0 ? '--verbose' : '--json'];
  const { code, out, err } = await bench.run(words, { env });
  expect(code).toBe(1);
  printed += out + err;
  for (const command of ['model list', `model show ${model}`, 'doctor', 'config list'])
    if (at % 10 === 0) await print(`${command} --json`, env);
  rmSync(join(bench.work, '.env'), { force: true });
  rmSync(configFile('keys.env'), { force: true });
  rmSync(configFile('models.yaml'), { force: true });
}

async function print(line: string, env: Readonly<Record<string, string>> = {}): Promise<void> {
  const { out, err } = await bench.run(line.split(' '), { env });
  printed += out + err;
}

async function lookAtEverything(): Promise<void> {
  for (const format of ['jsonl', 'csv', 'md'])
    await print(`execution export out.${format} --format ${format}`);
  for (const line of [
    'execution list',
    'execution show latest',
    'execution stats',
    'audit list',
    'execution search wrong',
  ])
    for (const options of ['', ' --json', ' --verbose']) await print(line + options);
}

describe('a hundred planted credentials', () => {
  it('were all sent, and told back by the provider', () => {
    expect(secrets).toHaveLength(100);
    expect(new Set(secrets).size).toBe(100);
    expect(secrets.filter((secret) => !echo.heard.includes(secret))).toEqual([]);
    expect(printed).toContain('are wrong');
  });

  it('are in nothing that was printed: no answer, error, log, list or document', () => {
    expect(secrets.filter((secret) => printed.includes(secret))).toEqual([]);
  });

  it('are in no file: not in the store, in its log of changes, nor in an export', () => {
    const files = folderBytes(bench.folder);
    const names = Array.from(files.keys());
    for (const expected of ['store.db', 'out.jsonl', 'out.csv', 'out.md'])
      expect(
        names.some((name) => name.endsWith(expected)),
        expected,
      ).toBe(true);
    const store = Array.from(files.values()).join('');
    expect(store).toContain('are wrong');
    expect(secrets.filter((secret) => store.includes(secret))).toEqual([]);
  });
});

describe('the key of an agent', () => {
  it('is in nothing that is kept of an agent that prints its environment and fails', async () => {
    const program = join(bench.folder, 'agent.mjs');
    writeFileSync(program, 'console.error(JSON.stringify(process.env)); process.exitCode = 3;');
    const keys = {
      MISTRAL_API_KEY: shapelessKey('mistral'),
      DB_PASSWORD: shapelessKey('db'),
      GH_TOKEN: shapedSecret(1),
    };
    const words = ['run', 'Say hello.', '--model', `exec:"${process.execPath}" "${program}"`, '--verbose'];
    const { code, out, err } = await bench.run(words, { env: keys });
    expect(code).toBe(1);
    expect(err).toContain('[redacted: MISTRAL_API_KEY]');
    const kept = [out, err, ...folderBytes(join(bench.folder, 'data')).values()].join('');
    expect(Object.values(keys).filter((key) => kept.includes(key))).toEqual([]);
  });
});
