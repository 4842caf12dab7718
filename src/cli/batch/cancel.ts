import { defineCommand } from '../command.js';
import { batchArgument } from './batch-argument.js';

export const cancel = defineCommand({
  name: 'cancel',
  purpose: 'Call a batch off: what was not asked never is.',
  details: ['What was answered is kept. It cannot be undone; "batch pause" is for a break.'],
  arguments: batchArgument,
  options: {},
  examples: [{ command: 'prompt-runner batch cancel b4k2', shows: 'Asks before it does' }],
});
