import { defineCommand } from '../command.js';

export const use = defineCommand({
  name: 'use',
  purpose: 'Make a session the one in use in this folder or project.',
  arguments: {
    session: {
      required: true,
      description: 'The session: its id, the beginning of its id, or its title.',
      completes: 'session',
    },
  },
  options: {},
  examples: [{ command: 'prompt-runner orchestrate use s4k2', shows: 'Go on with another session here' }],
});
