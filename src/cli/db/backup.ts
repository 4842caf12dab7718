import { defineCommand } from '../command.js';

export const backup = defineCommand({
  name: 'backup',
  purpose: 'Copy the store into a file, while others go on working.',
  details: [
    'A file is copied as a file; of a server it makes an archive. Credentials in texts are in it: it is for you only.',
  ],
  arguments: {
    file: {
      required: false,
      description: 'The file; named by time, beside the store or in your data folder, unless given.',
      completes: 'file',
    },
  },
  options: {},
  examples: [
    { command: 'prompt-runner db backup', shows: 'Beside the store' },
    { command: 'prompt-runner db backup ~/backups/prompt-runner.db', shows: 'Into a file of your choice' },
  ],
});
