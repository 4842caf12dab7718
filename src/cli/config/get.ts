import { defineCommand } from '../command.js';
import { keyArgument } from './setting-options.js';

export const get = defineCommand({
  name: 'get',
  purpose: 'Print the value of a setting.',
  details: ['Standard output has the value alone; where it comes from is said beside it.'],
  arguments: keyArgument,
  options: {},
  examples: [
    { command: 'prompt-runner config get store', shows: 'Where the record is kept' },
    { command: 'prompt-runner config get prompt.warn_tokens --quiet', shows: 'The value and nothing else' },
  ],
});
