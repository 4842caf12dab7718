import { defineCommand } from '../command.js';
import { optimizationArgument } from './optimization-argument.js';

export const apply = defineCommand({
  name: 'apply',
  purpose: 'Make a version of what an optimisation found.',
  details: [
    'The prompt gets a new version; what was found stands beside it. No label is moved: "prompt label" does that. Where nothing better was found it refuses.',
  ],
  arguments: optimizationArgument,
  options: {
    candidate: {
      kind: 'text',
      placeholder: 'NAME',
      description: 'Another text than the one that was chosen: r3, b1.',
    },
    force: {
      kind: 'flag',
      description: 'Although it was not shown to be better, or the prompt has a newer version.',
    },
  },
  examples: [
    { command: 'prompt-runner optimize apply latest', shows: 'What was chosen, as a new version' },
    {
      command: 'prompt-runner optimize apply o4k2 --candidate r3 --force',
      shows: 'Another text, on your own account',
    },
  ],
});
