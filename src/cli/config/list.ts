import { defineCommand } from '../command.js';

export const list = defineCommand({
  name: 'list',
  purpose: 'List every setting with its value and where that comes from.',
  arguments: {},
  options: {},
  examples: [
    { command: 'prompt-runner config list', shows: 'All settings' },
    { command: 'prompt-runner config list --json', shows: 'With their meaning and variables' },
  ],
});
