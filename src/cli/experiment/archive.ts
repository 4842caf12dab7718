import { defineCommand } from '../command.js';
import { experimentArgument } from './experiment-argument.js';

export const archive = defineCommand({
  name: 'archive',
  purpose: 'Put an experiment aside; its name is free again.',
  details: ['What was asked and measured stays. It is found by its id then.'],
  arguments: experimentArgument,
  options: {},
  examples: [{ command: 'prompt-runner experiment archive tone', shows: 'Done with' }],
});
