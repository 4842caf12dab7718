import { expect, it } from 'vitest';
import { optimizerDrill } from './optimizer.js';

it('searches find what is there, claim nothing that is not, and come to the same end after a kill', async () => {
  const { figures, faults } = await optimizerDrill({ seeds: 2, leeway: 30 });
  expect(faults).toEqual([]);
  expect(figures['solvable: of the optimum']).toBeGreaterThan(70);
});
