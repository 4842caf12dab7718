import { describe, expect, it } from 'vitest';
import type { BatchResultRow, BatchResults, BatchView } from '../outputs.js';
import { type ResultOptions, writeResults } from './write-results.js';

const batch: BatchView = {
  id: 'b0123456789ab',
  name: null,
  project: null,
  prompt: 'review@1',
  model: 'fake',
  status: 'completed',
  rows: 3,
  done: 2,
  failed: 1,
  repeat: 1,
  concurrency: 1,
  rate: null,
  cost: 0.5,
  maxCost: null,
  problem: null,
  actor: 'tester',
  createdAt: new Date(0),
  updatedAt: new Date(0),
  finishedAt: new Date(0),
};

const done: BatchResultRow = {
  position: 1,
  row: 1,
  repetition: 1,
  status: 'done',
  input: { firstName: 'Ada', status: '=1+1' },
  answer: '{"score":3,"tags":["a"]}',
  value: { score: 3, tags: ['a'] },
  problem: null,
  execution: 'x0123456789ab',
  finishReason: 'stop',
  usage: { input: 5, cachedInput: null, cacheWrite: null, output: 7, reasoning: null },
  cost: 0.25,
  latencyMs: 12,
  cached: false,
};

const failed: BatchResultRow = {
  ...done,
  position: 2,
  row: 2,
  status: 'failed',
  input: { firstName: '-Alan', late: true, more: [1] },
  answer: null,
  value: null,
  problem: { code: 'VARIABLE_VALUE', message: 'It is to be a number, "twice".' },
  execution: null,
  finishReason: null,
  usage: null,
  cost: null,
  latencyMs: null,
};

async function* given(rows: readonly BatchResultRow[]) {
  yield* rows;
}

async function written(options: Partial<ResultOptions>, fields: readonly string[] = []) {
  const results: BatchResults = {
    batch,
    fields,
    rows: { [Symbol.asyncIterator]: () => given([done, failed]) },
  };
  let text = '';
  const rows = await writeResults(
    results,
    { format: 'csv', escapeFormulas: false, ...options },
    async (piece) => {
      text += piece;
    },
  );
  return { rows, text };
}

describe('results as a table', () => {
  it('have the columns of all rows, ours beside them, and the fields of the answers', async () => {
    const { rows, text } = await written({}, ['score', 'tags']);
    expect(rows).toBe(2);
    expect(text.split('\r\n')).toEqual([
      '"row","repetition","firstName","input.status","late","more","output","output.score","output.tags","status","error_code","error","input_tokens","output_tokens","cost","latency_ms","cached","execution"',
      '1,1,"Ada","=1+1",,,"{""score"":3,""tags"":[""a""]}",3,"[""a""]","done",,,5,7,0.25,12,false,"x0123456789ab"',
      '2,1,"-Alan",,true,"[1]",,,,"failed","VARIABLE_VALUE","It is to be a number, ""twice"".",,,,,false,',
      '',
    ]);
  });

  it('have an apostrophe before what looks like a formula, when asked', async () => {
    const { text } = await written({ escapeFormulas: true });
    expect(text).toContain(`1,1,"Ada","'=1+1"`);
    expect(text).toContain(`2,1,"'-Alan"`);
  });

  it('may be those that failed only', async () => {
    const { rows, text } = await written({ status: 'failed' });
    expect(rows).toBe(1);
    expect(text).not.toContain('Ada');
  });
});

describe('results as JSON lines', () => {
  it('have a document a row, with the keys of the data as they are', async () => {
    const { text } = await written({ format: 'jsonl' });
    const [first, second] = text.trimEnd().split('\n');
    expect(JSON.parse(first ?? '')).toEqual({
      position: 1,
      row: 1,
      repetition: 1,
      status: 'done',
      input: { firstName: 'Ada', status: '=1+1' },
      answer: '{"score":3,"tags":["a"]}',
      value: { score: 3, tags: ['a'] },
      problem: null,
      execution: 'x0123456789ab',
      finish_reason: 'stop',
      usage: { input: 5, cached_input: null, cache_write: null, output: 7, reasoning: null },
      cost: 0.25,
      latency_ms: 12,
      cached: false,
    });
    expect(JSON.parse(second ?? '')).toMatchObject({ status: 'failed', problem: { code: 'VARIABLE_VALUE' } });
  });
});
