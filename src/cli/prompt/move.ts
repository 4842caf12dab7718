import { defineCommand } from '../command.js';
import { destinationOptions, noteOption, promptArgument } from './prompt-options.js';

export const move = defineCommand({
  name: 'move',
  purpose: 'Move a prompt to another project, or to all.',
  details: ['Its versions, labels and history go with it.'],
  arguments: { prompt: promptArgument },
  options: { ...destinationOptions, ...noteOption },
  examples: [
    { command: 'prompt-runner prompt move review --to-project shop', shows: 'To a project' },
    { command: 'prompt-runner prompt move review --global', shows: 'To those that are there for all' },
  ],
});
