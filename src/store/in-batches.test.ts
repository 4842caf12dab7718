import { expect, it } from 'vitest';
import { BATCH_BYTES, BATCH_ITEMS, inBatches } from './in-batches.js';

async function sizesOfBatches(sizes: readonly number[]): Promise<number[][]> {
  const batches: number[][] = [];
  for await (const batch of inBatches(sizes, (bytes) => bytes)) batches.push(batch);
  return batches;
}

const half = BATCH_BYTES / 2;

it('takes as many at a time as fit, in order', async () => {
  expect(await sizesOfBatches([half, half, 1, half, half])).toEqual([[half, half], [1, half], [half]]);
});

it('takes what is too large by itself', async () => {
  const huge = BATCH_BYTES * 3;
  expect(await sizesOfBatches([1, huge, 2, 3])).toEqual([[1], [huge], [2, 3]]);
  expect(await sizesOfBatches([huge])).toEqual([[huge]]);
});

it('takes no more short ones than a statement may name', async () => {
  const batches = await sizesOfBatches(Array.from({ length: BATCH_ITEMS + 1 }, () => 0));
  expect(batches.map(({ length }) => length)).toEqual([BATCH_ITEMS, 1]);
});

it('has nothing of nothing', async () => {
  expect(await sizesOfBatches([])).toEqual([]);
});

it('takes no more from where they come from than a batch and the next one', async () => {
  let taken = 0;
  async function* coming() {
    for (;;) {
      taken += 1;
      yield half;
    }
  }
  for await (const batch of inBatches(coming(), (bytes) => bytes)) {
    expect([batch.length, taken]).toEqual([2, 3]);
    break;
  }
});
