import { defineCommand } from '../command.js';

export const clear = defineCommand({
  name: 'clear',
  purpose: 'Forget all answers; the executions stay on record.',
  arguments: {},
  options: {},
  examples: [{ command: 'prompt-runner cache clear --yes', shows: 'Without a question' }],
});
