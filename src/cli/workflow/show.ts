import { defineCommand } from '../command.js';

export const show = defineCommand({
  name: 'show',
  purpose: 'Show a workflow: what it takes, does and brings forth.',
  arguments: {
    workflow: {
      required: true,
      description: 'Its name or id, with @3 for another version than the newest.',
      completes: 'workflow',
    },
  },
  options: { source: { kind: 'flag', description: 'Only the text of the file.' } },
  examples: [
    { command: 'prompt-runner workflow show review', shows: 'The newest version' },
    { command: 'prompt-runner workflow show review@2 --source', shows: 'The text of an earlier one' },
  ],
});
