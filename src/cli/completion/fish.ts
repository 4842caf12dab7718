import { defineCommand } from '../command.js';

export const fish = defineCommand({
  name: 'fish',
  purpose: 'Print the completion script for fish.',
  arguments: {},
  options: {},
  examples: [
    {
      command: 'prompt-runner completion fish > ~/.config/fish/completions/prompt-runner.fish',
      shows: 'For every new shell',
    },
    { command: 'prompt-runner completion fish | source', shows: 'For this shell' },
  ],
});
