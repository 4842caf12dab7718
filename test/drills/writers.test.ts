import { expect, it } from 'vitest';
import { reasonNotToRun } from './program.js';
import { writersDrill } from './writers.js';

const reason = reasonNotToRun();
if (reason !== null) process.stderr.write(`SKIPPED: nobody wrote at once, because ${reason}.\n`);

it.runIf(reason === null)(
  'processes that write at once all succeed, and nothing is lost or doubled',
  async () => {
    const { found, expected, faults } = await writersDrill({ writers: 4, commandsEach: 3 });
    expect(faults).toEqual([]);
    expect(found).toEqual(expected);
  },
);
