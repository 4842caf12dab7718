/**
 * Measures what a batch takes. The words are whether its rows are asked and `recorded`, answered from a `warm` cache,
 * or asked `bare`, by `fetch` alone; the port of the server; how many rows; and how many at a time.
 *
 * A few rows before the measured ones load the code; all ways alike.
 */

import type { App } from '../../src/app.js';
import { keepHeapLean } from '../../src/base/process/lean-heap.js';
import type { DataRows } from '../../src/engine/batch/data-row.js';
import { runBatch } from '../../src/operations/batch/run-batch.js';
import { createPrompt } from '../../src/operations/prompt/create-prompt.js';
import { atConcurrency } from './at-concurrency.js';
import { bareCall } from './bare-call.js';
import { type CallFigures, figuresOf } from './call-figures.js';
import { BENCH_MODEL, withCallingApp } from './calling-app.js';

const FIRST_ROWS = 50;
const [, , way, port, count, atATime] = process.argv;
const rows = Number(count);
const concurrency = Number(atATime);
const address = `http://127.0.0.1:${port}/v1`;
const about = 'Look closely. '.repeat(30);
const question = (piece: number) => `Question ${piece}: is the build green? ${about}`;

// As the program does.
keepHeapLean();
const figures = way === 'bare' ? await bare() : await withCallingApp(address, concurrency, batched);
console.log(JSON.stringify(figures));

async function bare(): Promise<CallFigures> {
  const call = (piece: number) => bareCall({ address, isStream: false, question }, piece);
  await atConcurrency(FIRST_ROWS, concurrency, call);
  return figuresOf(() => atConcurrency(rows, concurrency, call));
}

async function batched(app: App): Promise<CallFigures> {
  const text = 'Question {{ number }}: is the build green? {{ about }}';
  await createPrompt(app, { name: 'green', content: { messages: [{ role: 'user', text }] } });
  await ask(app, -FIRST_ROWS, FIRST_ROWS);
  if (way === 'warm') await ask(app, 0, rows);
  return figuresOf(() => ask(app, 0, rows));
}

async function ask(app: App, from: number, count: number): Promise<void> {
  const { batch } = await runBatch(app, {
    prompt: 'green',
    model: BENCH_MODEL,
    rows: numbered(from, count),
    concurrency,
  });
  if (batch.done !== count) throw new Error(`${batch.done} of ${count} rows were answered`);
}

function numbered(from: number, count: number): DataRows {
  return {
    valuesAre: 'data',
    async *[Symbol.asyncIterator]() {
      for (let row = 1; row <= count; row++) yield { row, values: { number: from + row, about } };
    },
  };
}
