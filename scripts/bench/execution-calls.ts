/**
 * Measures the processor time and the memory of calls to a model server. The words are whether they are
 * `recorded` in a store or `bare`, by `fetch` alone; whether the answer comes in one `piece` or as a `stream`
 * that somebody watches; the port of the server; and how many calls.
 *
 * A few calls before the measured ones load the code; both ways alike.
 */
import { execute } from '../../src/engine/execution/execute.js';
import type { ExecutionRequest } from '../../src/engine/execution/execution-request.js';
import { readModelName } from '../../src/models/spec/model-name.js';
import { executionPorts } from '../../src/operations/execution/execution-ports.js';
import { atConcurrency } from './at-concurrency.js';
import { bareCall } from './bare-call.js';
import { type CallFigures, figuresOf } from './call-figures.js';
import { BENCH_MODEL, withCallingApp } from './calling-app.js';

const CONCURRENCY = 50;
const FIRST_CALLS = 50;
const [, , way, form, port, count] = process.argv;
const isStream = form === 'stream';
const address = `http://127.0.0.1:${port}/v1`;
const question = (piece: number) => `Question ${piece}: is the build green? ${'Look closely. '.repeat(30)}`;

const figures =
  way === 'recorded'
    ? await recorded()
    : await measured((piece) => bareCall({ address, isStream, question }, piece));
console.log(JSON.stringify(figures));

async function measured(call: (piece: number) => Promise<void>): Promise<CallFigures> {
  await atConcurrency(FIRST_CALLS, CONCURRENCY, call);
  return figuresOf(() => atConcurrency(Number(count), CONCURRENCY, call));
}

function recorded(): Promise<CallFigures> {
  return withCallingApp(address, CONCURRENCY, (app) => {
    const ports = executionPorts(app);
    const { signal } = new AbortController();
    const watch = isStream ? { signal, onText: () => undefined } : { signal };
    return measured(async (piece) => {
      await execute(ports, requestFor(piece), watch);
    });
  });
}

function requestFor(piece: number): ExecutionRequest {
  return {
    model: readModelName(BENCH_MODEL),
    messages: [{ role: 'user', text: question(piece) }],
    parameters: {},
    responseSchema: null,
    tools: [],
    agent: null,
    prompt: { version: null, reference: null },
    project: null,
    place: null,
    rerunOf: null,
    ceilings: { run: null, session: null, batch: null, workflow: null, day: null },
    cachedSince: null,
  };
}
