import { defineCommand } from '../command.js';

export const url = defineCommand({
  name: 'url',
  purpose: 'Print where the store is, and where that is set.',
  details: ['The password of a server is left out. Where it is set goes to standard error.'],
  arguments: {},
  options: {},
  examples: [{ command: 'prompt-runner db url', shows: 'A path, or an address' }],
});
