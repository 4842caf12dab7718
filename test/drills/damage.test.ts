import { expect, it } from 'vitest';
import { damageDrill } from './damaged-file.js';
import { reasonNotToRun } from './program.js';

const reason = reasonNotToRun();
if (reason !== null) process.stderr.write(`SKIPPED: no file was damaged, because ${reason}.\n`);

it.runIf(reason === null)(
  'a damaged file is refused with its name and a backup, and never taken for an empty store',
  async () => {
    const { outcomes, faults } = await damageDrill({
      flips: 4,
      manyFlips: 2,
      cuts: 4,
      ruinsByCommand: 1,
      seed: 1,
    });
    expect(faults).toEqual([]);
    expect(outcomes.noticed).toBeGreaterThan(0);
  },
);
