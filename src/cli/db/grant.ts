import { defineCommand } from '../command.js';
import { roleOption } from '../project/role-option.js';

export const grant = defineCommand({
  name: 'grant',
  purpose: 'Let a login of the server work with a project.',
  details: [
    'For who made the tables. The login gets the rights to use them, and is held to its role by the server itself, in psql as well. Further roles are given with project grant.',
  ],
  arguments: { login: { required: true, description: 'A login that the server has already.' } },
  options: {
    role: roleOption,
    global: { kind: 'flag', description: 'For what belongs to no project, and for making projects.' },
  },
  examples: [
    { command: 'prompt-runner db grant ann --project shop --role editor', shows: 'To work on one project' },
    { command: 'prompt-runner db grant bob --global --role admin', shows: 'To administer the store' },
  ],
});
