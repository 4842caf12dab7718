import { describe, expect, it } from 'vitest';
import { columnWidths } from './column-widths.js';

const fixed = (natural: number) => ({ natural, least: natural });

describe('columnWidths', () => {
  it('leaves alone what fits', () => {
    expect(columnWidths([fixed(12), { natural: 30, least: 5 }], 42)).toEqual([12, 30]);
  });

  it('takes the excess from the column that may shrink', () => {
    expect(columnWidths([fixed(12), { natural: 90, least: 10 }], 50)).toEqual([12, 38]);
  });

  it('evens out several columns that may shrink', () => {
    expect(
      columnWidths(
        [
          { natural: 90, least: 5 },
          { natural: 40, least: 5 },
        ],
        60,
      ),
    ).toEqual([30, 30]);
  });

  it('goes below no minimum, even if the row stays too wide', () => {
    expect(columnWidths([fixed(70), { natural: 40, least: 12 }], 60)).toEqual([70, 12]);
  });

  it('has no limit off a terminal', () => {
    expect(columnWidths([{ natural: 9000, least: 1 }], Number.POSITIVE_INFINITY)).toEqual([9000]);
  });
});
