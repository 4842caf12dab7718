import { defineCommand } from '../command.js';
import { promptArgument } from './prompt-options.js';

export const versions = defineCommand({
  name: 'versions',
  purpose: 'List the versions of a prompt, the newest first.',
  arguments: { prompt: promptArgument },
  options: {
    limit: { kind: 'count', short: 'n', placeholder: 'N', description: 'At most so many; 50 unless given.' },
  },
  examples: [{ command: 'prompt-runner prompt versions review', shows: 'With labels, authors and notes' }],
});
