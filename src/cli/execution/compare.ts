import { defineCommand } from '../command.js';

export const compare = defineCommand({
  name: 'compare',
  purpose: 'Compare two executions: answers, tokens, cost, time.',
  arguments: {
    before: {
      required: true,
      description: 'The id of an execution, or the beginning of it; "latest" is the newest.',
      completes: 'execution',
    },
    after: { required: true, description: 'The execution to compare it with.', completes: 'execution' },
  },
  options: {},
  examples: [
    { command: 'prompt-runner execution compare x7k2 latest', shows: 'One with the newest' },
    { command: 'prompt-runner execution compare x7k2 x9m4 --json', shows: 'For a program' },
  ],
});
