/**
 * Measures the processor time and the memory of calls to a model server. The words are whether they are
 * `recorded` in a store or `bare`, by `fetch` alone; whether the answer comes in one `piece` or as a `stream`
 * that somebody watches; the port of the server; and how many calls.
 *
 * A few calls before the measured ones load the code; both ways alike.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openApp } from '../../src/app.js';
import type { Environment } from '../../src/base/environment.js';
import { userConfigFile } from '../../src/config/paths.js';
import { execute } from '../../src/engine/execution/execute.js';
import type { ExecutionRequest } from '../../src/engine/execution/execution-request.js';
import { readModelName } from '../../src/models/spec/model-name.js';
import { executionPorts } from '../../src/operations/execution/execution-ports.js';
import { atConcurrency } from './at-concurrency.js';

/** What one process prints. */
export interface CallFigures {
  /** Milliseconds of processor time for all measured calls. */
  readonly cpu: number;
  /** The most memory that the process had, in MB. */
  readonly memory: number;
}

const CONCURRENCY = 50;
const MODEL = 'openai-chat:bench-1';
const FIRST_CALLS = 50;
const CALLS_A_LOOK = 20;
const MEGABYTE = 1024 * 1024;
const [, , way, form, port, count] = process.argv;
const isStream = form === 'stream';
const address = `http://127.0.0.1:${port}/v1`;
const question = (piece: number) => `Question ${piece}: is the build green? ${'Look closely. '.repeat(30)}`;

const figures = way === 'recorded' ? await recorded() : await measured(bareCall);
console.log(JSON.stringify(figures));

async function measured(call: (piece: number) => Promise<void>): Promise<CallFigures> {
  await atConcurrency(FIRST_CALLS, CONCURRENCY, call);
  const before = process.cpuUsage();
  let peak = 0;
  await atConcurrency(Number(count), CONCURRENCY, async (piece) => {
    await call(piece);
    // The system's own figure of the most is no use: it may be that of the process which began this one.
    if (piece % CALLS_A_LOOK === 0) peak = Math.max(peak, process.memoryUsage.rss());
  });
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1000, memory: peak / MEGABYTE };
}

async function bareCall(piece: number): Promise<void> {
  const response = await fetch(`${address}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer none' },
    body: JSON.stringify({
      model: 'bench-1',
      messages: [{ role: 'user', content: question(piece) }],
      ...(isStream && { stream: true, stream_options: { include_usage: true } }),
    }),
  });
  await response.text();
}

async function recorded(): Promise<CallFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'prompt-runner-calls-'));
  const env = { HOME: folder, OPENAI_BASE_URL: address, OPENAI_API_KEY: 'none-is-needed-here' };
  allowCalls(env);
  const app = await openApp({ db: join(folder, 'store.db'), cwd: folder, env });
  try {
    const ports = executionPorts(app);
    const { signal } = new AbortController();
    const watch = isStream ? { signal, onText: () => undefined } : { signal };
    return await measured(async (piece) => {
      await execute(ports, requestFor(piece), watch);
    });
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As many calls at a time as are measured, each at a price. */
function allowCalls(env: Environment): void {
  const folder = dirname(userConfigFile(env));
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'models.yaml'),
    `providers: {openai-chat: {concurrency: ${CONCURRENCY}}}
prices: {"${MODEL}": {input: 1, output: 2}}
`,
  );
}

function requestFor(piece: number): ExecutionRequest {
  return {
    model: readModelName(MODEL),
    messages: [{ role: 'user', text: question(piece) }],
    parameters: {},
    responseSchema: null,
    tools: [],
    agent: null,
    prompt: { version: null, reference: null },
    project: null,
    place: null,
    rerunOf: null,
    ceilings: { run: null, session: null, day: null },
    cachedSince: null,
  };
}
