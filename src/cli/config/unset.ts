import { defineCommand } from '../command.js';
import { fileOption, keyArgument } from './setting-options.js';

export const unset = defineCommand({
  name: 'unset',
  purpose: 'Take a value out of a configuration file.',
  arguments: keyArgument,
  options: fileOption,
  examples: [{ command: 'prompt-runner config unset actor', shows: 'Back to what would be without it' }],
});
