import { expect, it } from 'vitest';
import { aBatch, someProcess, someSettings } from '../../../test/fixtures/batches.js';
import { someTime } from '../../../test/fixtures/sessions.js';
import type { NewItem } from './batch.js';
import type { BatchJournal } from './batch-journal.js';
import type { DataRow, DataRows } from './data-row.js';
import { loadBatch } from './load-batch.js';

/** A journal that keeps what it is given, and how far the rows were read by then. */
function keeping(read: () => number) {
  const chunks: { readonly items: readonly NewItem[]; readonly read: number }[] = [];
  const journal: Pick<BatchJournal, 'addItems' | 'loaded'> = {
    addItems: async (_batch, _loader, items) => void chunks.push({ items, read: read() }),
    loaded: async () => {},
  };
  return { journal, chunks };
}

function rowsOf(rows: Iterable<DataRow>): DataRows {
  return {
    valuesAre: 'data',
    async *[Symbol.asyncIterator]() {
      yield* rows;
    },
  };
}

const load = (journal: ReturnType<typeof keeping>['journal'], rows: DataRows, repeat = 1) =>
  loadBatch(
    { journal, now: () => someTime },
    aBatch({ settings: someSettings({ repeat }) }),
    someProcess,
    rows,
    new AbortController().signal,
  );

it('reads no further than the chunk that it writes', async () => {
  let read = 0;
  function* many() {
    for (let row = 1; row <= 10_000; row++) {
      read = row;
      yield { row, values: { n: row } };
    }
  }
  const { journal, chunks } = keeping(() => read);
  await load(journal, rowsOf(many()));
  let written = 0;
  for (const chunk of chunks) {
    written += chunk.items.length;
    expect(chunk.read).toBe(written);
  }
  expect(written).toBe(10_000);
  expect(chunks.length).toBeGreaterThan(4);
});

it('holds little of long rows', async () => {
  const text = 'x'.repeat(1_500_000);
  const { journal, chunks } = keeping(() => 0);
  await load(journal, rowsOf([1, 2, 3, 4].map((row) => ({ row, values: { text } }))));
  expect(chunks.map(({ items }) => items.length)).toEqual([2, 2]);
});

it('repeats each row before the next, and keeps what is wrong with one', async () => {
  const fault = { code: 'c', message: 'm' };
  const { journal, chunks } = keeping(() => 0);
  await load(
    journal,
    rowsOf([
      { row: 1, values: { a: 1 } },
      { row: 2, fault },
    ]),
    2,
  );
  const items = chunks.flatMap((chunk) => chunk.items);
  expect(items.map(({ position, row, repetition, problem }) => [position, row, repetition, problem])).toEqual(
    [
      [1, 1, 1, null],
      [2, 1, 2, null],
      [3, 2, 1, fault],
      [4, 2, 2, fault],
    ],
  );
});
