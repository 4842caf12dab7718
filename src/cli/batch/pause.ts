import { defineCommand } from '../command.js';
import { batchArgument } from './batch-argument.js';

export const pause = defineCommand({
  name: 'pause',
  purpose: 'Begin no more rows of a batch, whoever asks them.',
  details: ['Calls on their way are waited for, and their answers kept. "batch resume" goes on.'],
  arguments: batchArgument,
  options: {},
  examples: [{ command: 'prompt-runner batch pause b4k2', shows: 'From another terminal' }],
});
