import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IntList } from './int-list.js';

describe('a list of integers', () => {
  it('gives back what was put in, over many chunks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 5000, size: 'max' }), (numbers) => {
        const list = new IntList();
        for (const number of numbers) list.push(number);
        expect(list.length).toBe(numbers.length);
        expect(numbers.map((_, index) => list.at(index))).toEqual(numbers);
      }),
      { numRuns: 20 },
    );
  });

  it('replaces one number and no other', () => {
    const list = new IntList();
    for (let number = 0; number < 3000; number++) list.push(number);
    list.set(1024, -1);
    expect([1023, 1024, 1025].map((index) => list.at(index))).toEqual([1023, -1, 1025]);
  });

  it('has 0 where there is nothing', () => {
    expect(new IntList().at(0)).toBe(0);
    expect(new IntList().at(-1)).toBe(0);
  });
});
