import { defineCommand } from '../command.js';

export const path = defineCommand({
  name: 'path',
  purpose: 'Print where the configuration files are, or would be.',
  arguments: {},
  options: {},
  examples: [{ command: 'prompt-runner config path', shows: 'Both files' }],
});
