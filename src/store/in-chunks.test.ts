import { expect, it } from 'vitest';
import { inChunks } from './in-chunks.js';

it('asks for no more values at a time than a statement takes, and gives back all rows in order', async () => {
  const values = Array.from({ length: 40_000 }, (_, at) => at);
  const sizes: number[] = [];
  // So many rows a value that they are more than a call takes arguments.
  const rows = await inChunks(values, async (chunk) => {
    sizes.push(chunk.length);
    return chunk.flatMap((value) => Array.from({ length: 10 }, () => value));
  });
  expect(Math.max(...sizes)).toBeLessThan(32_766);
  expect(rows.length).toBe(400_000);
  expect([rows[9], rows[10], rows.at(-1)]).toEqual([0, 1, 39_999]);
});

it('takes several parameters a value into account', async () => {
  const sizes: number[] = [];
  const values = Array.from({ length: 30_000 }, () => 0);
  await inChunks(values, async (chunk) => [void sizes.push(chunk.length)], 3);
  expect(sizes).toEqual([10_000, 10_000, 10_000]);
});
