import { defineCommand } from '../../command.js';
import { kindOption, typeOption } from './template-options.js';

export const list = defineCommand({
  name: 'list',
  purpose: 'List the templates that sessions can be made from here.',
  details: [
    'A star marks those that sessions take by themselves. The others are alternatives: they are taken when they are named (orchestrate plan --template KIND=NAME).',
  ],
  arguments: {},
  options: {
    ...kindOption,
    ...typeOption,
    all: { kind: 'flag', description: 'Those of every project.' },
  },
  examples: [
    {
      command: 'prompt-runner orchestrate template list',
      shows: 'Those of this project, and the global ones',
    },
    {
      command: 'prompt-runner orchestrate template list --kind analysis --all',
      shows: 'One kind, everywhere',
    },
  ],
});
