import { expect, it } from 'vitest';
import { experimentsDrill } from './experiments.js';

it('analyses are about as often wrong as they say', () => {
  const { frequencies, faults } = experimentsDrill({ experiments: 60, leeway: 15 });
  expect(faults).toEqual([]);
  expect(Object.keys(frequencies).length).toBeGreaterThan(30);
});
