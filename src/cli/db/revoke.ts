import { defineCommand } from '../command.js';

export const revoke = defineCommand({
  name: 'revoke',
  purpose: 'Let a login of the server work with the store no more.',
  details: [
    'For who made the tables. One role alone is taken away with project revoke. The login itself stays.',
  ],
  arguments: { login: { required: true, description: 'The login.' } },
  options: {},
  examples: [{ command: 'prompt-runner db revoke ann', shows: 'In all projects' }],
});
