import { expect, inject, it } from 'vitest';
import { reasonNotToRun } from './program.js';
import { clockDrill } from './wrong-clock.js';

const reason = reasonNotToRun();
if (reason !== null) process.stderr.write(`SKIPPED: no clock went wrong, because ${reason}.\n`);

it.runIf(reason === null)('order and leases hold whatever the clock says', async () => {
  const { commands, faults } = await clockDrill({
    sessions: 1,
    versions: 3,
    runs: 1,
    server: inject('server'),
  });
  expect(faults).toEqual([]);
  expect(commands).toBeGreaterThan(10);
});
