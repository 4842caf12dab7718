import { defineCommand } from '../command.js';

export const update = defineCommand({
  name: 'update',
  purpose: 'Change the name, root or description of a project.',
  arguments: {
    project: {
      required: true,
      description: 'The project: its name, id, or the beginning of its id.',
      completes: 'project',
    },
  },
  options: {
    name: { kind: 'text', placeholder: 'NAME', description: 'The new name.' },
    root: { kind: 'text', placeholder: 'FOLDER', description: 'The new root folder.', completes: 'folder' },
    'no-root': { kind: 'flag', description: 'No root folder any more.' },
    description: { kind: 'text', placeholder: 'TEXT', description: 'The new description.' },
  },
  examples: [
    { command: 'prompt-runner project update shop --root ~/code/shop2', shows: 'The code has moved' },
  ],
});
