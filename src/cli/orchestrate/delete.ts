import { defineCommand } from '../command.js';

export const deleteCommand = defineCommand({
  name: 'delete',
  purpose: 'Delete a session; for a day it can be brought back.',
  details: ['It asks first; --yes answers beforehand.'],
  arguments: {
    session: {
      required: true,
      description: 'The session: its id, the beginning of its id, or its title.',
      completes: 'session',
    },
  },
  options: {},
  examples: [{ command: 'prompt-runner orchestrate delete s4k2 --yes', shows: 'Without being asked' }],
});
