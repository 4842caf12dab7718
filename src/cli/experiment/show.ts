import { defineCommand } from '../command.js';
import { experimentArgument } from './experiment-argument.js';

export const show = defineCommand({
  name: 'show',
  purpose: 'Show what an experiment compares, and by what.',
  arguments: experimentArgument,
  options: {},
  examples: [
    { command: 'prompt-runner experiment show tone', shows: 'Variants, metrics, checks' },
    { command: 'prompt-runner experiment show tone --json', shows: 'For a program' },
  ],
});
