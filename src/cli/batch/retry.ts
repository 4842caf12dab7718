import { defineCommand } from '../command.js';
import { workerOptions } from '../worker/worker-options.js';
import { batchArgument } from './batch-argument.js';
import { limitOptions } from './limit-options.js';

export const retry = defineCommand({
  name: 'retry',
  purpose: 'Ask the rows of a batch again that failed.',
  details: ['Rows that are answered stay as they are. What failed before stays on record, too.'],
  arguments: batchArgument,
  options: { ...limitOptions, ...workerOptions },
  examples: [
    { command: 'prompt-runner batch retry latest', shows: 'All rows that failed' },
    { command: 'prompt-runner batch retry b4k2 --rate 1/s', shows: 'More slowly' },
  ],
});
