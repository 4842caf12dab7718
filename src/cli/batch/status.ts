import { defineCommand } from '../command.js';
import { batchArgument } from './batch-argument.js';

export const status = defineCommand({
  name: 'status',
  purpose: 'Show how far a batch is, what failed, and what it cost.',
  details: [
    'A call is ambiguous when its process was gone before anybody knew how it ended: it may have been answered, and paid for.',
  ],
  arguments: batchArgument,
  options: {},
  examples: [
    { command: 'prompt-runner batch status latest', shows: 'The newest' },
    { command: 'prompt-runner batch status b4k2 --json', shows: 'For a program' },
  ],
});
