import { describe, expect, it } from 'vitest';
import { GatheredLookups } from './gathered-lookups.js';

const lengths = (keys: readonly string[]) =>
  new Map(keys.filter((key) => key !== 'unknown').map((key) => [key, key.length]));

describe('questions that are asked at the same time', () => {
  it('are answered with one statement, each with its own answer', async () => {
    const asked: (readonly string[])[] = [];
    const lookups = new GatheredLookups(async (keys) => {
      asked.push(keys);
      return lengths(keys);
    });
    const keys = ['one', 'three', 'unknown', 'one'];
    expect(await Promise.all(keys.map((key) => lookups.find(key)))).toEqual([3, 5, null, 3]);
    expect(asked).toEqual([['one', 'three', 'unknown']]);
  });

  it('fail together, and those after them do not', async () => {
    const faults = [new Error('gone')];
    const lookups = new GatheredLookups(async (keys) => {
      const fault = faults.pop();
      if (fault !== undefined) throw fault;
      return lengths(keys);
    });
    const outcomes = await Promise.allSettled([lookups.find('a'), lookups.find('b')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await lookups.find('a')).toBe(1);
  });
});
