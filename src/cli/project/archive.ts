import { defineCommand } from '../command.js';

export const archive = defineCommand({
  name: 'archive',
  purpose: 'Put a project aside, or take it back with --undo.',
  details: ['An archived project is in force nowhere and left out of lists; its sessions stay.'],
  arguments: {
    project: {
      required: true,
      description: 'The project: its name, id, or the beginning of its id.',
      completes: 'project',
    },
  },
  options: { undo: { kind: 'flag', description: 'Take it back.' } },
  examples: [
    { command: 'prompt-runner project archive shop', shows: 'Put aside' },
    { command: 'prompt-runner project archive shop --undo', shows: 'Taken back' },
  ],
});
