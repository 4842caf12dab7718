import { defineCommand } from '../command.js';

export const upgrade = defineCommand({
  name: 'upgrade',
  purpose: 'Bring the schema up, to a number or to the newest, after a backup.',
  details: [
    'With a file, every other command does this by itself. A server changes for all who use it, and waits for this: do it when everybody has this version.',
  ],
  arguments: {
    to: { required: false, description: 'The number to go to, or head; the newest unless given.' },
  },
  options: {},
  examples: [{ command: 'prompt-runner db upgrade', shows: 'To the newest' }],
});
