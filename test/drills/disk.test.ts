import { expect, it } from 'vitest';
import { diskDrill } from './full-disk.js';
import { reasonNotToRun } from './program.js';
import { reasonForNoDisk } from './small-disk.js';
import { roomDrill } from './upkeep-without-room.js';

const reason = reasonNotToRun() ?? reasonForNoDisk();
if (reason !== null) process.stderr.write(`SKIPPED: no disk became full, because ${reason}.\n`);

it.runIf(reason === null)(
  'a disk that is full, read-only or closed is told of, loses nothing, and works again afterwards',
  async () => {
    const { refusals, faults } = await diskDrill({ offsets: 2, stepBytes: 65_536 });
    expect(faults).toEqual([]);
    expect(Object.keys(refusals)).toEqual(expect.arrayContaining(['STORE_READ_ONLY', 'STORE_CANNOT_OPEN']));
  },
);

it.runIf(reason === null)(
  'commands that work with a whole store are refused without room or permission, and leave nothing half-made',
  async () => {
    const { refusals, faults } = await roomDrill({
      commands: ['upgrade', 'backup'],
      offsets: 2,
      prompts: 20,
    });
    expect(faults).toEqual([]);
    expect(Object.keys(refusals)).toContain('STORE_READ_ONLY');
  },
);
