import { defineCommand } from '../command.js';

export const create = defineCommand({
  name: 'create',
  purpose: 'Create a project: what runs inside its root belongs to it.',
  arguments: { name: { required: true, description: 'The name of the project.' } },
  options: {
    root: {
      kind: 'text',
      placeholder: 'FOLDER',
      description: 'The root folder; the working folder unless given.',
      completes: 'folder',
    },
    'no-root': { kind: 'flag', description: 'A project without a root folder.' },
    description: { kind: 'text', placeholder: 'TEXT', description: 'What it is, in a line.' },
  },
  examples: [
    { command: 'prompt-runner project create shop', shows: 'The working folder is its root' },
    { command: 'prompt-runner project create shop --root ~/code/shop', shows: 'Another folder' },
  ],
});
