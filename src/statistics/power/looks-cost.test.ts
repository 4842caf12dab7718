import { expect, it } from 'vitest';
import { costOfLooks } from './looks-cost.js';

it('looks cost little with boundaries that keep nearly all of the error to the end', () => {
  const plan = { confidence: 0.95, power: 0.8 };
  expect(costOfLooks({ ...plan, looks: 1 })).toBe(1);
  // Jennison and Turnbull, table 2.2, has 1.028 for five looks of O'Brien and Fleming; their spending takes a little less.
  expect(costOfLooks({ ...plan, looks: 5 })).toBeCloseTo(1.025, 3);
  expect(costOfLooks({ ...plan, looks: 10 })).toBeGreaterThan(costOfLooks({ ...plan, looks: 2 }));
});
