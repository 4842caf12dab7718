import { expect, inject, it } from 'vitest';
import { upkeepDrill } from './killed-upkeep.js';
import { reasonNotToRun } from './program.js';

const reason = reasonNotToRun();
if (reason !== null) process.stderr.write(`SKIPPED: no upkeep was killed, because ${reason}.\n`);

it.runIf(reason === null)(
  'a store whose schema or contents are being changed is whole when that is killed, and when two do it at once',
  async () => {
    const report = await upkeepDrill({ kills: 1, pairs: 1, prompts: 50, server: inject('server') });
    expect(report.faults).toEqual([]);
    expect(report).toMatchObject({ pairs: 4, before: expect.any(Number) });
    expect(report.before + report.after).toBe(4);
  },
  120_000,
);
