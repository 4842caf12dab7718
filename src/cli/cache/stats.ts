import { defineCommand } from '../command.js';

export const stats = defineCommand({
  name: 'stats',
  purpose: 'Show what the cache holds and what it has saved.',
  arguments: {},
  options: {},
  examples: [{ command: 'prompt-runner cache stats', shows: 'Answers, size, hits, money' }],
});
