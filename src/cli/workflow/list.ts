import { defineCommand } from '../command.js';
import { pageOptions } from '../page-options.js';
import { rangeOptions } from '../prompt/prompt-options.js';

export const list = defineCommand({
  name: 'list',
  purpose: "List workflows: the project's and the global ones.",
  arguments: {},
  options: { ...rangeOptions, ...pageOptions },
  examples: [
    { command: 'prompt-runner workflow list', shows: 'Those that are seen here' },
    { command: 'prompt-runner workflow list --all --json', shows: "Every project's, for a program" },
  ],
});
