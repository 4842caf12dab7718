import { defineCommand } from '../command.js';

export const members = defineCommand({
  name: 'members',
  purpose: 'Show who may do what in a project.',
  arguments: {},
  options: {
    global: { kind: 'flag', description: 'For what belongs to no project, and for making projects.' },
  },
  examples: [
    { command: 'prompt-runner project members --project shop', shows: 'Of one project' },
    { command: 'prompt-runner project members --global', shows: 'Of the store itself' },
  ],
});
