import { defineCommand } from '../command.js';
import { experimentArgument } from './experiment-argument.js';

export const stop = defineCommand({
  name: 'stop',
  purpose: 'Call off what is left of an experiment.',
  details: [
    'What was answered is kept and counts. It cannot be undone; for a break, end the run with Ctrl-C.',
  ],
  arguments: experimentArgument,
  options: {},
  examples: [{ command: 'prompt-runner experiment stop tone', shows: 'Asks before it does' }],
});
