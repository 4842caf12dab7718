import { defineCommand } from '../command.js';
import { destinationOptions, noteOption, versionArgument } from './prompt-options.js';

export const copy = defineCommand({
  name: 'copy',
  purpose: 'Make a prompt of its own from another one.',
  details: [
    'It begins with version 1 and has no labels. It belongs to the project in force here unless told otherwise: a copy of a global prompt under the same name takes its place in that project.',
  ],
  arguments: {
    prompt: versionArgument,
    name: { required: true, description: 'The name of the copy.' },
  },
  options: { ...destinationOptions, ...noteOption },
  examples: [
    { command: 'prompt-runner prompt copy review review/strict', shows: 'Under another name' },
    {
      command: 'prompt-runner prompt copy review@production review --to-project shop',
      shows: 'For a project',
    },
  ],
});
