import { defineCommand } from '../command.js';
import { experimentArgument } from './experiment-argument.js';

export const pause = defineCommand({
  name: 'pause',
  purpose: 'Let no further session take part for now.',
  details: ['Sessions and users that have a variant keep it. "experiment start" goes on.'],
  arguments: experimentArgument,
  options: {},
  examples: [
    { command: 'prompt-runner experiment pause steps', shows: 'Until it is started again' },
    { command: 'prompt-runner experiment pause steps --json', shows: 'For a program' },
  ],
});
