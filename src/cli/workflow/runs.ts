import { defineCommand } from '../command.js';
import { pageOptions } from '../page-options.js';

export const runs = defineCommand({
  name: 'runs',
  purpose: 'List the runs of workflows, the newest first.',
  arguments: {
    workflow: {
      required: false,
      description: 'Only those of this workflow, in any of its versions.',
      completes: 'workflow',
    },
  },
  options: {
    status: {
      kind: 'choice',
      choices: ['running', 'waiting', 'stopped', 'failed', 'completed'],
      description: 'Only those that stand so.',
    },
    ...pageOptions,
  },
  examples: [
    { command: 'prompt-runner workflow runs', shows: 'All' },
    { command: 'prompt-runner workflow runs --status waiting', shows: 'Those that wait for a decision' },
  ],
});
