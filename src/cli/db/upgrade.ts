import { defineCommand } from '../command.js';

export const upgrade = defineCommand({
  name: 'upgrade',
  purpose: 'Bring the schema up, to a number or to the newest, after a backup.',
  details: ['Every other command does this by itself; after a downgrade, this is the way back.'],
  arguments: {
    to: { required: false, description: 'The number to go to, or head; the newest unless given.' },
  },
  options: {},
  examples: [{ command: 'prompt-runner db upgrade', shows: 'To the newest' }],
});
