import { experimentStatuses } from '../../operations/experiment/vocabulary.js';
import { defineCommand } from '../command.js';
import { pageOptions } from '../page-options.js';

export const list = defineCommand({
  name: 'list',
  purpose: 'List experiments, the newest first.',
  arguments: {},
  options: {
    status: {
      kind: 'choice',
      choices: experimentStatuses,
      description: 'Only those that are draft, running, paused, stopped or archived.',
    },
    ...pageOptions,
  },
  examples: [
    { command: 'prompt-runner experiment list', shows: 'The last 50' },
    {
      command: 'prompt-runner experiment list --status draft --json',
      shows: 'What was never run, for a program',
    },
  ],
});
