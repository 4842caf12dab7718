import { defineCommand } from '../../command.js';
import { kindOption, typeOption } from './template-options.js';

export const resolve = defineCommand({
  name: 'resolve',
  purpose: 'Show which template a session would take, and why.',
  details: [
    'The layers, the nearest first: named on the command, feature type in the project, project, feature type, global, built in.',
    'In a layer, the version labelled production is taken, else the newest.',
  ],
  arguments: {},
  options: {
    ...kindOption,
    ...typeOption,
    template: {
      kind: 'list',
      placeholder: 'KIND=NAME',
      description: 'As it would be named when a session is planned; may be repeated.',
    },
  },
  examples: [
    {
      command: 'prompt-runner orchestrate template resolve --project shop --type bugfix',
      shows: 'For a bug of the project shop',
    },
    {
      command: 'prompt-runner orchestrate template resolve --kind analysis --json',
      shows: 'One kind, for a program',
    },
  ],
});
