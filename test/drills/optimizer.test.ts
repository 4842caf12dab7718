import { expect, it } from 'vitest';
import { optimizerDrill, worldKinds } from './optimizer.js';

it.each(worldKinds)(
  'searches in a $name world claim nothing that is not, and come to the same end after a kill',
  async (kind) => {
    const { faults } = await optimizerDrill(kind, { seeds: 2, leeway: 30 });
    expect(faults).toEqual([]);
  },
);
