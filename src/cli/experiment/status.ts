import { defineCommand } from '../command.js';
import { experimentArgument } from './experiment-argument.js';

export const status = defineCommand({
  name: 'status',
  purpose: 'Show how far an experiment is, variant by variant.',
  arguments: experimentArgument,
  options: {},
  examples: [
    {
      command: 'prompt-runner experiment status tone',
      shows: 'What is answered and what it cost, or who takes part',
    },
    { command: 'prompt-runner experiment status tone --json', shows: 'For a program' },
  ],
});
