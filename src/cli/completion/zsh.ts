import { defineCommand } from '../command.js';

export const zsh = defineCommand({
  name: 'zsh',
  purpose: 'Print the completion script for zsh.',
  details: ['It needs compinit, which most set-ups run in ~/.zshrc: put the line behind it.'],
  arguments: {},
  options: {},
  examples: [
    { command: "echo 'source <(prompt-runner completion zsh)' >> ~/.zshrc", shows: 'For every new shell' },
    { command: 'source <(prompt-runner completion zsh)', shows: 'For this shell' },
  ],
});
