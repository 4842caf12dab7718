import { defineCommand } from '../command.js';

export const history = defineCommand({
  name: 'history',
  purpose: 'List the migrations of the schema, and when the store had each.',
  arguments: {},
  options: {},
  examples: [{ command: 'prompt-runner db history', shows: 'All migrations' }],
});
