import { defineCommand } from '../command.js';

export const restore = defineCommand({
  name: 'restore',
  purpose: 'Put a backup in the place of the store.',
  details: [
    'The backup is a copied store or an archive; a server takes archives. It is checked first, brought up to date if it is older, and put in place whole or not at all. What was there is kept beside the store.',
    'Others may have the store open: they wait, and then see what was restored. Only a file that is damaged is moved away instead; end what uses it before.',
  ],
  arguments: {
    file: { required: true, description: 'A backup (.bak, .db) or an archive.', completes: 'file' },
  },
  options: {},
  examples: [
    { command: 'prompt-runner db restore ~/backups/prompt-runner.db', shows: 'Asks before' },
    { command: 'prompt-runner db restore store.tar.gz --yes', shows: 'Does not ask' },
  ],
});
