import { defineCommand } from '../command.js';

export const importCommand = defineCommand({
  name: 'import',
  purpose: 'Take an archive into the store, whole or not at all.',
  details: [
    'The store has to be empty; with --replace, what is there is kept in a backup and makes room. The archive may be of an older schema, and is checked before anything is done.',
  ],
  arguments: {
    file: { required: true, description: 'An archive of db export or db backup.', completes: 'file' },
  },
  options: {
    replace: { kind: 'flag', description: 'Put it in the place of what is there; asks before.' },
  },
  examples: [
    { command: 'prompt-runner db import moved.tar.gz', shows: 'Into an empty store' },
    { command: 'prompt-runner db import moved.tar.gz --replace --yes', shows: 'In the place of all' },
  ],
});
