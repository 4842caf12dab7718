import { expect, inject, it } from 'vitest';
import { killDrill } from './kill.js';
import { reasonNotToRun } from './program.js';

const reason = reasonNotToRun();
if (reason !== null) process.stderr.write(`SKIPPED: nothing was killed, because ${reason}.\n`);

it.runIf(reason === null)(
  'a program that is killed loses nothing that it confirmed, and its sessions go on',
  async () => {
    const report = await killDrill({ rounds: 6, seconds: 4, lanes: 2, server: inject('server') });
    expect(report.faults).toEqual([]);
    expect(report.commands).toBeGreaterThanOrEqual(2);
    expect(report.unsettled).toBeLessThanOrEqual(report.killed);
  },
);
