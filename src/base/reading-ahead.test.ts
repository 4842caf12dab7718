import { describe, expect, it } from 'vitest';
import { readingAhead } from './reading-ahead.js';

/** Items that tell when they are read; the last is a failure, where there is one. */
async function* items(log: string[], count: number, failure?: Error): AsyncGenerator<number> {
  for (let item = 1; item <= count; item++) {
    log.push(`read ${item}`);
    yield item;
  }
  if (failure !== undefined) throw failure;
}

const working = (log: string[]) => async (item: number) => {
  log.push(`begin ${item}`);
  await new Promise((resolve) => setTimeout(resolve, 1));
  log.push(`end ${item}`);
};

describe('reading ahead', () => {
  it('works for one after the other, and has read the next one meanwhile', async () => {
    const log: string[] = [];
    await readingAhead(items(log, 3), working(log));
    expect(log).toEqual([
      ...['read 1', 'begin 1', 'read 2', 'end 1', 'begin 2', 'read 3', 'end 2'],
      ...['begin 3', 'end 3'],
    ]);
  });

  it('ends the work that is under way when the reading fails', async () => {
    const log: string[] = [];
    const failure = new Error('unreadable');
    await expect(readingAhead(items(log, 1, failure), working(log))).rejects.toBe(failure);
    expect(log).toEqual(['read 1', 'begin 1', 'end 1']);
  });

  it('reads no further when the work fails, and lets go of what is read', async () => {
    const log: string[] = [];
    const failure = new Error('does not fit');
    const reading = items(log, 9);
    await expect(readingAhead(reading, () => Promise.reject(failure))).rejects.toBe(failure);
    expect(log).toEqual(['read 1', 'read 2']);
    expect(await reading.next()).toEqual({ done: true, value: undefined });
  });
});
