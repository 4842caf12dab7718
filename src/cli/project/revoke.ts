import { defineCommand } from '../command.js';

export const revoke = defineCommand({
  name: 'revoke',
  purpose: "Take somebody's role in a project away.",
  details: ['The last admin stays: make somebody else an admin first.'],
  arguments: {
    login: { required: true, description: 'The login on a server; the configured or git name elsewhere.' },
  },
  options: {
    global: { kind: 'flag', description: 'For what belongs to no project, and for making projects.' },
  },
  examples: [{ command: 'prompt-runner project revoke ann --project shop', shows: 'In one project' }],
});
