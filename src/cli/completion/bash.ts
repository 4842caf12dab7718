import { defineCommand } from '../command.js';

export const bash = defineCommand({
  name: 'bash',
  purpose: 'Print the completion script for bash.',
  arguments: {},
  options: {},
  examples: [
    { command: "echo 'source <(prompt-runner completion bash)' >> ~/.bashrc", shows: 'For every new shell' },
    { command: 'source <(prompt-runner completion bash)', shows: 'For this shell' },
  ],
});
