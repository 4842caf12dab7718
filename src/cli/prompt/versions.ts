import { defineCommand } from '../command.js';
import { pageOptions } from '../page-options.js';
import { promptArgument } from './prompt-options.js';

export const versions = defineCommand({
  name: 'versions',
  purpose: 'List the versions of a prompt, the newest first.',
  arguments: { prompt: promptArgument },
  options: {
    ...pageOptions,
  },
  examples: [{ command: 'prompt-runner prompt versions review', shows: 'With labels, authors and notes' }],
});
