import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { openApp } from '../../src/app.js';
import { systemClock } from '../../src/base/clock.js';
import { userConfigFile } from '../../src/config/paths.js';
import type { DataRows } from '../../src/engine/batch/data-row.js';
import { runBatch } from '../../src/operations/batch/run-batch.js';
import { createPrompt } from '../../src/operations/prompt/create-prompt.js';
import { openStoreAsItIs } from '../../src/store/open-store.js';
import { migrateTo } from '../../src/store/schema-upgrade.js';
import { SCHEMA_VERSION } from '../../src/store/schema-version.js';
import { testServer } from '../../test/fixtures/test-server.js';
import { withAnsweringServer } from './answering-server.js';
import { BENCH_MODEL } from './calling-app.js';
import type { BenchRow } from './row.js';

const PROGRAM = join(import.meta.dirname, '../../dist/bin.cjs');
const DELAY = 200;
const CONCURRENCY = 20;
/** So much for each worker, that beginning and end weigh little: for the first twenty, the engine is still compiling. */
const SECONDS = 60;
const WORKERS = [1, 2, 4] as const;
const LEAST_GROWTH = 1.9;

const RATE = 50;
const RATED_ROWS = 1500;
const RATE_TOLERANCE = 0.01;

/**
 * What workers bring: how many rows a second one, two and four of them answer, each a process of its own with the built
 * program; and how exactly a rate holds that they share. Nothing where no PostgreSQL answers.
 */
export async function benchWorkers(): Promise<BenchRow[]> {
  const server = await testServer();
  if (server === null) return [];
  return withAnsweringServer(async (port) => {
    const speeds: number[] = [];
    for (const workers of WORKERS) {
      const rows = workers * CONCURRENCY * SECONDS * (1000 / DELAY);
      speeds.push(await withWorkers({ server, port, workers }, (place) => rowsPerSecond(place, rows)));
    }
    const rate = await withWorkers({ server, port, workers: 2 }, callsPerSecond);
    return [...speedRows(speeds), rateRow(rate)];
  }, DELAY);
}

function speedRows(speeds: readonly number[]): BenchRow[] {
  return speeds.flatMap((speed, at) => {
    const workers = WORKERS[at] ?? 0;
    const before = speeds[at - 1];
    const name = `${workers} ${workers === 1 ? 'worker' : 'workers'}, ${CONCURRENCY} calls at a time each, answers after ${DELAY} ms`;
    const row: BenchRow = { name, figure: speed, unit: 'rows/s' };
    if (before === undefined) return [row];
    const growth = speed / before;
    return [
      row,
      { name: `${name}, to half as many workers`, figure: growth, unit: 'x', least: LEAST_GROWTH },
    ];
  });
}

function rateRow(rate: number): BenchRow {
  return {
    name: `2 workers at ${RATE} calls a second together, off by`,
    figure: Math.abs(rate / RATE - 1) * 100,
    unit: '%',
    limit: RATE_TOLERANCE * 100,
  };
}

interface Crew {
  readonly server: string;
  /** Where answers come from. */
  readonly port: string;
  readonly workers: number;
}

/** A store that workers listen to. */
interface WorkPlace {
  readonly address: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

async function withWorkers<Result>(
  { server, port, workers }: Crew,
  work: (place: WorkPlace) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'prompt-runner-workers-'));
  const schema = `bench_${randomBytes(6).toString('hex')}`;
  const address = `${server}?schema=${schema}`;
  const key = { OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`, OPENAI_API_KEY: 'none-is-needed-here' };
  const place = { address, folder, env: { HOME: folder, PROMPT_RUNNER_DB: address, ...key } };
  const started: ChildProcess[] = [];
  try {
    await prepare(place);
    for (let begun = 0; begun < workers; begun++) started.push(await startWorker(place));
    return await work(place);
  } finally {
    await Promise.all(started.map(ended));
    await onServer(address, async (client) => {
      for (const name of [schema, `${schema}_dbos`]) {
        await client.query(`drop schema if exists ${client.escapeIdentifier(name)} cascade`);
      }
    });
    rmSync(folder, { recursive: true, force: true });
  }
}

async function prepare({ address, folder, env }: WorkPlace): Promise<void> {
  const config = dirname(userConfigFile(env));
  mkdirSync(config, { recursive: true });
  writeFileSync(join(config, 'models.yaml'), `prices: {"${BENCH_MODEL}": {input: 1, output: 2}}\n`);
  const store = await openStoreAsItIs(address);
  await migrateTo(store.database, address, SCHEMA_VERSION, systemClock);
  await store.close();
  const app = await openApp({ db: address, cwd: folder, env });
  const text = 'Question {{ number }}: is the build green?';
  await createPrompt(app, { name: 'green', content: { messages: [{ role: 'user', text }] } });
  await app.close();
}

/** A worker that takes what comes. */
async function startWorker({ folder, env }: WorkPlace): Promise<ChildProcess> {
  const child = spawn(process.execPath, [PROGRAM, 'worker', 'start'], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`the worker has ended: ${said}`)));
    child.stderr.on('data', (chunk) => {
      said += String(chunk);
      if (said.includes('takes what comes')) resolve();
    });
  });
  return child;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** From the first row that was asked to the last that was answered. */
async function rowsPerSecond(place: WorkPlace, rows: number): Promise<number> {
  await handOut(place, rows, null);
  const [span = 0] = await onServer(place.address, (client) =>
    columnOf(
      client,
      `select extract(epoch from max(finished_at::timestamp) - min(created_at::timestamp)) from executions`,
    ),
  );
  return rows / span;
}

/** Of the calls between the first and the last second. */
async function callsPerSecond(place: WorkPlace): Promise<number> {
  await handOut(place, RATED_ROWS, { calls: RATE, seconds: 1 });
  const begun = await onServer(place.address, (client) =>
    columnOf(client, `select extract(epoch from started_at::timestamp) from execution_attempts order by 1`),
  );
  const counted = begun.slice(RATE, -RATE);
  return (counted.length - 1) / ((counted.at(-1) ?? 0) - (counted[0] ?? 0));
}

async function handOut(
  { address, folder, env }: WorkPlace,
  count: number,
  rate: { readonly calls: number; readonly seconds: number } | null,
): Promise<void> {
  const app = await openApp({ db: address, cwd: folder, env });
  const terms = { prompt: 'green', model: BENCH_MODEL, rows: numbered(count), concurrency: CONCURRENCY };
  const { batch } = await runBatch(app, { ...terms, ...(rate !== null && { rate }), by: 'workers' });
  await app.close();
  if (batch.done !== count) throw new Error(`${batch.done} of ${count} rows were answered`);
}

function numbered(count: number): DataRows {
  return {
    valuesAre: 'data',
    async *[Symbol.asyncIterator]() {
      for (let row = 1; row <= count; row++) yield { row, values: { number: row } };
    },
  };
}

async function columnOf(client: Client, statement: string): Promise<number[]> {
  const { rows } = await client.query<unknown[]>({ text: statement, rowMode: 'array' });
  return rows.map(([value]) => Number(value));
}

async function onServer<Result>(address: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const url = new URL(address);
  const schema = url.searchParams.get('schema') ?? '';
  url.searchParams.delete('schema');
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(`set search_path to ${client.escapeIdentifier(schema)}`);
    return await work(client);
  } finally {
    await client.end();
  }
}
