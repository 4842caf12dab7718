import { defineCommand } from '../command.js';

export const list = defineCommand({
  name: 'list',
  purpose: 'Show what is installed where.',
  arguments: {},
  options: {},
  examples: [{ command: 'prompt-runner agent list', shows: 'Every agent' }],
});
