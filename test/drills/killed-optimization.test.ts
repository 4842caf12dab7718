import { expect, inject, it } from 'vitest';
import { killedOptimizationDrill } from './killed-optimization.js';
import { reasonNotToRun } from './program.js';

const reason = reasonNotToRun();
if (reason !== null) process.stderr.write(`SKIPPED: no optimisation was broken off, because ${reason}.\n`);

it.runIf(reason === null)(
  'an optimisation that is killed goes on to the same end, and no call is lost',
  async () => {
    const drill = { kills: 3, killsEach: 3, delayMs: 30, server: inject('server') };
    const report = await killedOptimizationDrill(drill);
    expect(report.faults).toEqual([]);
    expect(report.killed).toBeGreaterThanOrEqual(1);
  },
);
