import { batchStatuses } from '../../operations/batch/vocabulary.js';
import { defineCommand } from '../command.js';
import { pageOptions } from '../page-options.js';

export const list = defineCommand({
  name: 'list',
  purpose: 'List batches, the newest first.',
  arguments: {},
  options: {
    status: {
      kind: 'choice',
      choices: batchStatuses,
      description: 'Only those that are loading, running, paused, completed or cancelled.',
    },
    ...pageOptions,
  },
  examples: [
    { command: 'prompt-runner batch list', shows: 'The last 50' },
    { command: 'prompt-runner batch list --status paused --json', shows: 'What waits, for a program' },
  ],
});
