import { defineCommand } from '../command.js';

export const deleteCommand = defineCommand({
  name: 'delete',
  purpose: 'Delete a project; its sessions stay, without a project.',
  details: [
    'Its prompts are deleted with it, and "prompt undo" brings each back. It says what it takes along and asks first; --yes answers beforehand.',
  ],
  arguments: {
    project: {
      required: true,
      description: 'The project: its name, id, or the beginning of its id.',
      completes: 'project',
    },
  },
  options: {},
  examples: [{ command: 'prompt-runner project delete shop --yes', shows: 'Without being asked' }],
});
