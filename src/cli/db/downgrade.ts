import { defineCommand } from '../command.js';

export const downgrade = defineCommand({
  name: 'downgrade',
  purpose: 'Take the schema down for an older program, after a backup.',
  details: [
    'Where the older schema has no place for something, it says what and does nothing. With --force that goes, after all of the store was written into an archive.',
    'With a file, the next command of this program brings the schema up again.',
  ],
  arguments: {
    to: {
      required: false,
      description: 'The number to go to, base for the empty schema, or -1; one down unless given.',
      negative: true,
    },
  },
  options: {
    force: { kind: 'flag', description: 'Go down even if something is lost; an archive keeps it.' },
  },
  examples: [
    { command: 'prompt-runner db downgrade', shows: 'One down, if nothing is lost by it' },
    { command: 'prompt-runner db downgrade 5 --force', shows: 'To schema 5, whatever that loses' },
  ],
});
