import { defineCommand } from '../command.js';

export const board = defineCommand({
  name: 'board',
  purpose: 'Show the open sessions side by side, a column a phase.',
  arguments: {},
  options: {
    type: {
      kind: 'text',
      short: 't',
      placeholder: 'WORD',
      description: 'Only sessions of this feature type.',
    },
    limit: {
      kind: 'count',
      short: 'n',
      placeholder: 'N',
      description: 'At most so many a column; 8 unless given.',
    },
  },
  examples: [
    { command: 'prompt-runner orchestrate board', shows: 'All open sessions' },
    { command: 'prompt-runner orchestrate board --project shop', shows: "A project's" },
  ],
});
