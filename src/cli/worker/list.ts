import { defineCommand } from '../command.js';
import { pageOptions } from '../page-options.js';

export const list = defineCommand({
  name: 'list',
  purpose: 'List the processes that work, wherever they are.',
  details: [
    'They are workers, and whoever runs a batch without them. One that is gone said nothing for 20 seconds; what it had is taken by others.',
  ],
  arguments: {},
  options: {
    all: { kind: 'flag', description: 'Those that have ended, too.' },
    ...pageOptions,
  },
  examples: [
    { command: 'prompt-runner worker list', shows: 'Who is there' },
    { command: 'prompt-runner worker list --all --json', shows: 'Who ever was, for a program' },
  ],
});
