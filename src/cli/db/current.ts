import { defineCommand } from '../command.js';

export const current = defineCommand({
  name: 'current',
  purpose: 'Show which store is in use, and its schema.',
  arguments: {},
  options: {},
  examples: [{ command: 'prompt-runner db current', shows: 'The store in use' }],
});
