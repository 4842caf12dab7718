import { expect, inject, it } from 'vitest';
import { killedBatchDrill } from './killed-batch.js';
import { reasonNotToRun } from './program.js';
import { stoppedBatchDrill } from './stopped-batch.js';

const reason = reasonNotToRun();
if (reason !== null) process.stderr.write(`SKIPPED: no batch was broken off, because ${reason}.\n`);

const terms = { rows: 300, concurrency: 20 };

it.runIf(reason === null)(
  'a batch that is killed goes on: no row is lost, and all calls whose end nobody knows are told',
  async () => {
    const drill = { ...terms, kills: 3, killsEach: 3, delayMs: 80, server: inject('server') };
    const report = await killedBatchDrill(drill);
    expect(report.faults).toEqual([]);
    expect(report.killed).toBeGreaterThanOrEqual(1);
  },
);

it.runIf(reason === null)('a batch that is asked to end asks no row twice', async () => {
  const drill = { ...terms, stops: 2, delayMs: 50, server: inject('server') };
  const report = await stoppedBatchDrill(drill);
  expect(report.faults).toEqual([]);
  expect(report.calls).toBe(report.rows);
});
