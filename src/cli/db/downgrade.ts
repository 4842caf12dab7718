import { defineCommand } from '../command.js';

export const downgrade = defineCommand({
  name: 'downgrade',
  purpose: 'Take the schema down for an older program, after a backup.',
  details: [
    'What the older schema cannot hold is gone from the store, and stays in the backup. The next command of this program brings the schema up again.',
  ],
  arguments: {
    to: {
      required: false,
      description: 'The number to go to, base for the empty schema, or -1; one down unless given.',
    },
  },
  options: {},
  examples: [{ command: 'prompt-runner db downgrade --yes', shows: 'One down' }],
});
