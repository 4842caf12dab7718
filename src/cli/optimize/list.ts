import { optimizationStatuses } from '../../operations/optimize/vocabulary.js';
import { defineCommand } from '../command.js';
import { pageOptions } from '../page-options.js';

export const list = defineCommand({
  name: 'list',
  purpose: 'List optimisations, the newest first.',
  arguments: {},
  options: {
    status: {
      kind: 'choice',
      choices: optimizationStatuses,
      description: 'Only those that are running, paused or completed.',
    },
    ...pageOptions,
  },
  examples: [
    { command: 'prompt-runner optimize list', shows: 'The last 50' },
    {
      command: 'prompt-runner optimize list --status paused --json',
      shows: 'What can go on, for a program',
    },
  ],
});
