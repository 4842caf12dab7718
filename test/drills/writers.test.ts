import { expect, inject, it } from 'vitest';
import { reasonNotToRun } from './program.js';
import { writersDrill } from './writers.js';

const reason = reasonNotToRun();
if (reason !== null) process.stderr.write(`SKIPPED: nobody wrote at once, because ${reason}.\n`);

it.runIf(reason === null).each([
  ['commands', 3],
  ['library', 10],
] as const)(
  'processes that write at once by %s all succeed, and nothing is lost or doubled',
  async (by, writesEach) => {
    const { found, expected, faults } = await writersDrill({
      writers: 4,
      writesEach,
      by,
      server: inject('server'),
    });
    expect(faults).toEqual([]);
    expect(found).toEqual(expected);
  },
);
