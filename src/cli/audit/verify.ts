import { defineCommand } from '../command.js';

export const verify = defineCommand({
  name: 'verify',
  purpose: 'Check that no entry of the audit log was changed or removed.',
  details: [
    'The exit code is 1 when one was. What is cut off from the end leaves no trace in the log itself: note the number and the hash of the last entry elsewhere, and give them with --expect another time.',
  ],
  arguments: {},
  options: {
    expect: {
      kind: 'text',
      placeholder: 'NUMBER:HASH',
      description: 'An entry that was noted earlier, and has to be there still.',
    },
  },
  examples: [
    { command: 'prompt-runner audit verify', shows: 'The whole log' },
    { command: 'prompt-runner audit verify --json > audit-mark.json', shows: 'To be kept elsewhere' },
  ],
});
