import { defineCommand } from '../command.js';
import { workerOptions } from '../worker/worker-options.js';
import { batchArgument } from './batch-argument.js';
import { limitOptions } from './limit-options.js';

export const resume = defineCommand({
  name: 'resume',
  purpose: 'Go on with a batch that was paused or cut off.',
  details: [
    'It asks the rows that were not asked yet, as it was begun: the same prompt, model and parameters. Limits that are given here hold from now on.',
    'Several processes may work on the same batch; no row is asked by two of them.',
  ],
  arguments: batchArgument,
  options: { ...limitOptions, ...workerOptions },
  examples: [
    { command: 'prompt-runner batch resume b4k2', shows: 'Go on' },
    { command: 'prompt-runner batch resume latest --max-cost 10', shows: 'With more to spend' },
  ],
});
