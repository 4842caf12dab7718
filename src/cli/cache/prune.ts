import { defineCommand } from '../command.js';

export const prune = defineCommand({
  name: 'prune',
  purpose: 'Forget old answers, or those beyond a size.',
  details: ['Beyond a size, the answers go first that were not wanted for longest.'],
  arguments: {},
  options: {
    'older-than': {
      kind: 'time',
      placeholder: 'TIME',
      description: 'Answers from before: a date, or a time back such as 30d.',
    },
    'max-size': {
      kind: 'text',
      placeholder: 'SIZE',
      description: 'What may be left: 500kB, 50MB, 1GB.',
    },
  },
  examples: [
    { command: 'prompt-runner cache prune --older-than 30d', shows: 'By age' },
    { command: 'prompt-runner cache prune --max-size 50MB', shows: 'By size' },
  ],
});
