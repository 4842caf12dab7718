import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { splitCommand } from '../../src/base/text/split-command.js';
import { AnsweringServer } from '../fixtures/answering-server.js';
import { asOwner } from '../fixtures/as-owner.js';
import { isServer } from '../fixtures/empty-store.js';
import { markedCommands } from '../fixtures/marked-blocks.js';
import { type RunOptions, type RunResult, Workbench } from './harness.js';

const DOCS = join(import.meta.dirname, '../../docs');
/** Processes begin slowly on a machine with much else to do. */
const PATIENCE = { timeout: 60_000, interval: 100 };
const SETUP_MS = 60_000;

let bench: Workbench;
const started: ChildProcess[] = [];
const servers: AnsweringServer[] = [];
beforeEach(async () => {
  bench = new Workbench();
  await bench.run(['prompt', 'create', 'triage', '--text', 'How urgent is this? {{ ticket }}']);
}, SETUP_MS);
afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  for (const server of servers.splice(0)) await server.close();
  if (isServer()) await onServer((client, schema) => client.query(`drop schema if exists ${schema} cascade`));
  bench.dispose();
});

const run = (line: string, options: RunOptions = {}) => bench.run(line.split(' '), options);
const rows = (count: number) => {
  const tickets = Array.from({ length: count }, (_, at) => `ticket ${at + 1}\n`);
  writeFileSync(join(bench.work, 'rows.csv'), `ticket\n${tickets.join('')}`);
};
const handOut = (more = '', options: RunOptions = {}) =>
  run(`batch run triage --data rows.csv --workers --detach${more || ' --model fake'}`, options);

/** Works with the engine's own schema, named as it is written in a statement. */
async function onServer<T>(work: (client: Client, schema: string) => Promise<T>): Promise<T> {
  const store = new URL(bench.db).searchParams.get('schema') ?? '';
  return asOwner(bench.db, (client) => work(client, client.escapeIdentifier(`${store}_dbos`)));
}

async function answering(delay: number): Promise<AnsweringServer> {
  const server = await AnsweringServer.listening(delay);
  servers.push(server);
  return server;
}

interface StatusDocument {
  readonly batch: { readonly status: string; readonly done: number; readonly failed: number };
  readonly tally: Readonly<Record<'pending' | 'claimed' | 'done' | 'failed', number>>;
  readonly ambiguous: readonly unknown[];
}
const status = async () => (await run('batch status latest --json')).json<StatusDocument>();

interface WorkersDocument {
  readonly workers: readonly { readonly id: string; readonly pid: number; readonly status: string }[];
}
const workers = async (more = '') => (await run(`worker list${more} --json`)).json<WorkersDocument>().workers;

/** Starts a worker as a process of its own, and waits until it takes what comes. */
async function workerProcess(env: Readonly<Record<string, string>>): Promise<ChildProcess> {
  const { command, args, options } = bench.processOf(['worker', 'start'], env);
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  started.push(child);
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await vi.waitFor(() => expect(said).toContain('takes what comes'), PATIENCE);
  return child;
}

describe.runIf(!isServer())('a store in a file', () => {
  it('has no workers, and says how to come to some, before anything is on record', async () => {
    rows(1);
    for (const refused of [await run('worker start'), await handOut(), await run('worker prepare')]) {
      expect(refused.code).toBe(4);
      expect(refused.err).toContain('Workers on several machines share a store on PostgreSQL');
      expect(refused.err).toContain('db export moved.tar.gz --with-secrets');
    }
    expect((await run('batch list --json')).json()).toMatchObject({ total: 0 });
    expect((await run('worker list')).out).toContain('No worker is running.');
  });
});

describe('who hands out work', () => {
  it('cannot leave alone what was not handed out, nor write results that are not there', async () => {
    rows(1);
    const alone = await run('batch run triage --data rows.csv --model fake --detach');
    expect([alone.code, alone.err]).toEqual([2, expect.stringContaining('Add --workers.')]);
    const results = await handOut(' --model fake --output answers.csv');
    expect([results.code, results.err]).toEqual([2, expect.stringContaining('Leave out one of them')]);
  });

  it('names the workers that are to end, or says all', async () => {
    expect((await run('worker drain')).code).toBe(2);
    expect((await run('worker drain k4k2 --all')).code).toBe(2);
    expect((await run('worker drain k4k2')).code).toBe(3);
    expect((await run('worker drain --all')).out).toContain('No worker runs that could be ended.');
  });
});

describe('a batch that is asked here', () => {
  it('is paused when its process is drained from elsewhere', async () => {
    rows(400);
    writeFileSync(join(bench.work, 'slow.yaml'), 'rules: [{answer: Fairly., delay_ms: 500}]\n');
    const asking = run('batch run triage --data rows.csv --model fake:slow.yaml --concurrency 4');
    await vi.waitFor(async () => expect(await workers()).toMatchObject([{ status: 'running' }]), PATIENCE);
    const [here] = await workers();
    expect((await run(`worker drain ${here?.id}`)).out).toContain('draining');
    expect((await asking).code).toBe(5);
    expect(await status()).toMatchObject({ batch: { status: 'paused' }, tally: { claimed: 0, failed: 0 } });
  });
});

describe.runIf(isServer())('workers', () => {
  it('ask what is handed out, all of it once', async () => {
    rows(450);
    const handed = await handOut(' --model fake --concurrency 20');
    expect([handed.code, handed.err]).toEqual([0, expect.stringContaining('No worker is running')]);
    expect(handed.out).toMatch(/Next: prompt-runner batch status b[0-9a-z]+\n$/);
    const worked = await run('worker start --once');
    expect([worked.code, worked.out]).toEqual([
      0,
      expect.stringContaining('it did 5 parts of batches and 0 runs'),
    ]);
    expect(await status()).toMatchObject({
      batch: { status: 'completed', done: 450, failed: 0 },
      ambiguous: [],
    });
    expect((await run('execution list --json')).json()).toMatchObject({ total: 450 });
    expect(await workers(' --all')).toMatchObject([{ status: 'stopped' }]);
  });

  it('leave a batch that is paused, and go on when it is handed out again', async () => {
    rows(3);
    await handOut();
    await run('batch pause latest');
    expect((await run('worker start --once --json')).json()).toMatchObject({ runs: 0 });
    expect(await status()).toMatchObject({ batch: { status: 'paused', done: 0 } });
    expect((await run('batch resume latest --workers --detach')).code).toBe(0);
    await run('worker start --once');
    expect(await status()).toMatchObject({ batch: { status: 'completed', done: 3 } });
  });

  it('leave what they have no key for to others, and say so', async () => {
    const server = await answering(0);
    rows(2);
    const key = { OPENAI_API_KEY: 'none-is-needed-here' };
    await handOut(' --model openai-chat:tried-1', { env: { ...server.env, ...key } });
    const ending = new AbortController();
    const without = run('worker start', {
      env: server.env,
      interrupt: ending.signal,
      onError: (err) => err.includes('is left to other workers') && ending.abort(),
    });
    expect((await without).code).toBe(0);
    expect(await status()).toMatchObject({ tally: { pending: 2, failed: 0 } });
    await vi.waitFor(async () => {
      await run('worker start --once', { env: { ...server.env, ...key } });
      expect(await status()).toMatchObject({ batch: { status: 'completed', done: 2 } });
    }, PATIENCE);
  });

  it('are followed until the batch is over, by whoever hands it out', async () => {
    rows(20);
    let said = '';
    const onError = (err: string) => {
      said = err;
    };
    const worker = run('worker start', { onError });
    await vi.waitFor(() => expect(said).toContain('takes what comes'), PATIENCE);
    const followed = await run('batch run triage --data rows.csv --model fake --workers');
    expect([followed.code, followed.out]).toEqual([0, expect.stringContaining('All 20 rows are answered.')]);
    expect(followed.err).not.toContain('No worker is running');
    const drained = await run('worker drain --all');
    expect(drained.out).toContain('draining');
    expect((await worker).code).toBe(0);
  });

  it('take runs of workflows as far as they go, and commands only where somebody has agreed', async () => {
    const flow = `name: flow
steps:
  - {name: plan, ask: Plan it}
  - {name: agree, gate: '{{ steps.plan.output }}'}
`;
    writeFileSync(join(bench.work, 'flow.yaml'), flow);
    const handed = await run('workflow run flow.yaml --model fake --workers --detach');
    expect([handed.code, handed.err]).toEqual([0, expect.stringContaining('No worker is running')]);
    expect((await run('worker start --once')).out).toContain('and 1 run.');
    const { gates, run: waiting } = (await run('workflow status --json')).json<RunDocument>();
    expect(waiting.status).toBe('waiting');
    await run(`workflow approve --content ${gates[0]?.checksum}`);
    await run('workflow resume --workers --detach');
    await run('worker start --once');
    expect((await run('workflow status --json')).json<RunDocument>().run.status).toBe('completed');

    writeFileSync(
      join(bench.work, 'command.yaml'),
      'name: command\nsteps: [{name: a, run: [echo, hello]}]\n',
    );
    await run('workflow run command.yaml --workers --detach');
    expect(await untilSaid('is left to other workers')).toMatchObject({ code: 0 });
    await vi.waitFor(async () => {
      await run('worker start --once --allow-commands');
      expect((await run('workflow status --json')).json<RunDocument>().run.status).toBe('completed');
    }, PATIENCE);
  });

  it('keep a limit on costs together', async () => {
    const server = await answering(50);
    rows(100);
    const config = join(bench.folder, '.config/prompt-runner');
    mkdirSync(config, { recursive: true });
    // Two dollars for the two tokens of an answer.
    writeFileSync(
      join(config, 'models.yaml'),
      'prices: { "openai-chat:tried-1": { input: 0, output: 1000000 } }\n',
    );
    const env = { ...server.env, OPENAI_API_KEY: 'none-is-needed-here' };
    await Promise.all([workerProcess(env), workerProcess(env)]);
    const limited = ' --model openai-chat:tried-1 --concurrency 5 --max-tokens 2 --max-cost 50';
    expect((await handOut(limited, { env })).code).toBe(0);
    await vi.waitFor(async () => expect((await status()).batch.status).toBe('paused'), PATIENCE);
    await vi.waitFor(async () => expect((await status()).tally.claimed).toBe(0), PATIENCE);
    expect((await status()).tally).toMatchObject({ done: 25, failed: 0, pending: 75 });
    expect(server.calls).toBe(25);
  });

  it('finish what one had that was killed: every row ends once, and what nobody knows is listed', async () => {
    const server = await answering(200);
    rows(400);
    const env = { ...server.env, OPENAI_API_KEY: 'none-is-needed-here' };
    // At the same time, on a server that has no tables for them yet.
    const [killed, survivor] = await Promise.all([workerProcess(env), workerProcess(env)]);
    await handOut(' --model openai-chat:tried-1 --concurrency 10', { env });
    await vi.waitFor(async () => expect((await status()).batch.done).toBeGreaterThan(40), PATIENCE);
    // A call that is on record and did not come to the server would be one that nobody knows of, too.
    server.hold();
    await vi.waitFor(() => expect(server.held).toBe(2 * 10), PATIENCE);
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    server.letGo();
    await vi.waitFor(async () => expect((await status()).batch.status).toBe('completed'), PATIENCE);
    const { tally, ambiguous } = await status();
    expect(tally).toMatchObject({ done: 400, failed: 0, pending: 0, claimed: 0 });
    const { total } = (await run('execution list --status succeeded --json')).json<{ total: number }>();
    expect(total).toBe(400);
    expect(ambiguous).toHaveLength(10);
    expect(server.calls).toBe(400 + 10);
    survivor.kill('SIGTERM');
    expect(await once(survivor, 'exit')).toEqual([0, null]);
    expect(await workers()).toEqual([]);
  });

  it('go on with a run that one had that was killed: what it did is not done again', async () => {
    const model = join(bench.work, 'slow.yaml');
    writeFileSync(model, JSON.stringify({ rules: [{ answer: 'Done', delay_ms: 1500 }] }));
    const steps = ['plan', 'write', 'read'].map((name) => `  - {name: ${name}, ask: "${name} it"}\n`);
    writeFileSync(join(bench.work, 'flow.yaml'), `name: flow\nsteps:\n${steps.join('')}`);
    const killed = await workerProcess({});
    await run(`workflow run flow.yaml --model fake:${model} --workers --detach`);
    const shown = async () => (await run('workflow status --json')).json<RunDocument>();
    await vi.waitFor(async () => expect((await shown()).steps[1]?.tries).toBe(1), PATIENCE);
    await workerProcess({});
    killed.kill('SIGKILL');
    await vi.waitFor(async () => expect((await shown()).run.status).toBe('completed'), PATIENCE);
    const { steps: done } = await shown();
    expect(done.map(({ path, tries, ambiguous }) => [path, tries - ambiguous])).toEqual([
      ['plan', 1],
      ['write', 1],
      ['read', 1],
    ]);
    expect(done[0]?.ambiguous).toBe(0);
    const { total } = (await run('execution list --status succeeded --json')).json<{ total: number }>();
    expect(total).toBe(3);
  });
});

describe.runIf(isServer())('a login that does not own the store', () => {
  const LOGIN = `w${process.pid}_ann`;
  beforeEach(() => onServer((client) => client.query(`create role ${LOGIN} login`)));
  afterEach(() =>
    onServer(async (client) => {
      await client.query(`drop owned by ${LOGIN}`);
      await client.query(`drop role ${LOGIN}`);
    }),
  );

  it('is told who lets it start workers, and then may', async () => {
    const address = new URL(bench.db);
    address.username = LOGIN;
    const env = { PROMPT_RUNNER_DB: address.href };
    await run(`db grant ${LOGIN} --global --role editor`);
    rows(2);
    const refused = await handOut(' --model fake', { env });
    expect([refused.code, refused.err]).toEqual([
      4,
      expect.stringContaining('prompt-runner worker prepare LOGIN'),
    ]);
    expect((await run('batch list --json')).json()).toMatchObject({ total: 0 });
    const prepared = await run(`worker prepare ${LOGIN}`);
    expect([prepared.code, prepared.out]).toEqual([0, expect.stringContaining(`${LOGIN} can start workers`)]);
    expect((await handOut(' --model fake', { env })).err).toContain('No worker is running');
    const worked = await run('worker start --once', { env });
    expect([worked.code, worked.err]).toEqual([0, expect.stringContaining('takes what comes')]);
    expect(await status()).toMatchObject({ batch: { status: 'completed', done: 2 } });
  });
});

describe.runIf(isServer())('the guide beyond one machine', () => {
  it('takes a batch to workers: each of its commands runs', async () => {
    cpSync(join(DOCS, 'examples'), join(bench.work, 'docs/examples'), { recursive: true });
    const commands = markedCommands('docs/guides/beyond-one-machine.md', 'run on a server');
    expect(commands.length).toBeGreaterThan(5);
    await run('prompt delete triage --yes');
    for (const command of commands) {
      const [, ...words] = splitCommand(command);
      const { code, err } = await bench.run(words);
      expect(code, `${command}\n${err}`).toBe(0);
    }
    expect(await status()).toMatchObject({ batch: { status: 'completed', failed: 0 } });
  });
});

interface RunDocument {
  readonly run: { readonly status: string };
  readonly gates: readonly { readonly checksum: string }[];
  readonly steps: readonly { readonly path: string; readonly tries: number; readonly ambiguous: number }[];
}

/** A worker that ends as soon as it has said something. */
async function untilSaid(text: string): Promise<RunResult> {
  const ending = new AbortController();
  const onError = (err: string) => err.includes(text) && ending.abort();
  return run('worker start', { interrupt: ending.signal, onError });
}
