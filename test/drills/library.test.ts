import { expect, inject, it } from 'vitest';
import { libraryDrill } from './library.js';
import { reasonNotToRun } from './program.js';

const reason = reasonNotToRun();
if (reason !== null) process.stderr.write(`SKIPPED: nobody changed a prompt at once, because ${reason}.\n`);

it.runIf(reason === null)(
  'processes that change one prompt at once lose nothing, and are told of each other',
  async () => {
    const { faults, confirmed, refused, versions } = await libraryDrill({
      writers: 4,
      changesEach: 3,
      killOneOf: 0,
      server: inject('server'),
    });
    expect(faults).toEqual([]);
    expect([confirmed + refused, versions]).toEqual([13, confirmed]);
  },
);
