import { defineCommand } from '../command.js';

export const use = defineCommand({
  name: 'use',
  purpose: 'Make a project the one in force in this folder and below.',
  details: ["Inside a project's root that project is in force by itself; this is for other folders."],
  arguments: {
    project: {
      required: true,
      description: 'The project: its name, id, or the beginning of its id.',
      completes: 'project',
    },
  },
  options: {},
  examples: [{ command: 'prompt-runner project use shop', shows: 'In the working folder' }],
});
