import { defineCommand } from '../command.js';
import { experimentArgument } from './experiment-argument.js';

export const stop = defineCommand({
  name: 'stop',
  purpose: 'Call off what is left of an experiment.',
  details: [
    'What was answered is kept and counts. It cannot be undone; for a break, end the run with Ctrl-C.',
    'Sessions that are under way go on with their variant, and count when they end or are given up.',
  ],
  arguments: experimentArgument,
  options: {},
  examples: [{ command: 'prompt-runner experiment stop tone', shows: 'Asks before it does' }],
});
