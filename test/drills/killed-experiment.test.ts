import { expect, inject, it } from 'vitest';
import { killedExperimentDrill } from './killed-experiment.js';
import { reasonNotToRun } from './program.js';

const reason = reasonNotToRun();
if (reason !== null) process.stderr.write(`SKIPPED: no experiment was killed, because ${reason}.\n`);

it.runIf(reason === null)(
  'an experiment that is killed measures each row once for each variant and repeat, and what one does that is not',
  async () => {
    const drill = { rows: 20, experiments: 1, killsEach: 2, delayMs: 100, server: inject('server') };
    const report = await killedExperimentDrill(drill);
    expect(report.faults).toEqual([]);
    expect(report.observations).toBe(80);
  },
);
