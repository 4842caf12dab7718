import { defineCommand } from '../command.js';

export const show = defineCommand({
  name: 'show',
  purpose: 'Show a project and its newest sessions.',
  arguments: {
    project: {
      required: false,
      description: 'The project; the one in force here unless given.',
      completes: 'project',
    },
  },
  options: {},
  examples: [{ command: 'prompt-runner project show shop', shows: 'A project by its name' }],
});
