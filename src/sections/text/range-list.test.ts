import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RangeList } from './range-list.js';

/** Ascending, disjoint ranges, and the list of them. */
const ranges = fc
  .array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 5 })), { maxLength: 40 })
  .map((steps) => {
    const list = new RangeList();
    let at = 0;
    const plain = steps.map(([gap, length]) => {
      const range = { start: at + gap, end: at + gap + length };
      at = range.end;
      list.add(range.start, range.end);
      return range;
    });
    return { list, plain };
  });

describe('a list of ranges', () => {
  it('finds what overlaps a range, and what contains a character', () => {
    fc.assert(
      fc.property(ranges, fc.nat(200), fc.nat(200), ({ list, plain }, from, length) => {
        const to = from + length;
        const overlapping = plain.filter(({ start, end }) => end > from && start < to);
        expect([...list.within(from, to)]).toEqual(
          overlapping.map(({ start, end }) => ({ start: Math.max(start, from), end: Math.min(end, to) })),
        );
        expect(list.overlaps(from, to)).toBe(overlapping.length > 0);
        expect(list.containing(from)).toEqual(
          plain.find(({ start, end }) => start <= from && from < end) ?? null,
        );
        expect(list.lastEnd).toBe(plain.at(-1)?.end ?? -1);
      }),
    );
  });

  it('moves the end of the last range', () => {
    const list = new RangeList();
    list.add(0, 2);
    list.add(3, 4);
    list.extendLast(9);
    expect([...list.within(0, 10)]).toEqual([
      { start: 0, end: 2 },
      { start: 3, end: 9 },
    ]);
  });

  it('contains nothing before its first character', () => {
    const list = new RangeList();
    list.add(0, 2);
    expect(list.containing(-1)).toBeNull();
  });
});
