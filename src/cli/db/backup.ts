import { defineCommand } from '../command.js';

export const backup = defineCommand({
  name: 'backup',
  purpose: 'Copy the store into a file, while others go on working.',
  arguments: {
    file: {
      required: false,
      description: 'The file; beside the store, named by time, unless given.',
      completes: 'file',
    },
  },
  options: {},
  examples: [
    { command: 'prompt-runner db backup', shows: 'Beside the store' },
    { command: 'prompt-runner db backup ~/backups/prompt-runner.db', shows: 'Into a file of your choice' },
  ],
});
