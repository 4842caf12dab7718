import { describe, expect, it } from 'vitest';
import { formatDollars } from './format-dollars.js';

describe('an amount in dollars', () => {
  it('has cents from a cent on', () => {
    expect([0, 0.01, 1.25, 1234.5].map(formatDollars)).toEqual(['$0.00', '$0.01', '$1.25', '$1234.50']);
  });

  it('has two digits that say something below', () => {
    expect([0.00999, 0.0042, 0.00042, 0.0000001].map(formatDollars)).toEqual([
      '$0.01',
      '$0.0042',
      '$0.00042',
      '$0.0000001',
    ]);
  });

  it('is never shown with more than nine digits', () => {
    expect(formatDollars(1e-9)).toBe('$0.000000001');
  });
});
