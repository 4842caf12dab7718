import { defineCommand } from '../command.js';

export const check = defineCommand({
  name: 'check',
  purpose: 'Look for what is wrong with the store, and say it.',
  details: [
    'It reads the whole store: damage, missing tables, columns and indexes, rows that belong to what is not there, answers, prompts and files that are not what their checksums say, sessions whose history is torn, gaps in the search indexes, an audit log that was changed. The exit code is 1 when something was found. Nothing is changed.',
  ],
  arguments: {},
  options: {},
  examples: [
    { command: 'prompt-runner db check', shows: 'The store in use' },
    { command: 'prompt-runner db check --db copy.db', shows: 'A backup' },
  ],
});
