import { defineCommand } from '../command.js';
import { roleOption } from './role-option.js';

export const grant = defineCommand({
  name: 'grant',
  purpose: 'Let somebody read, edit or administer a project.',
  details: [
    'A project without members is open to everybody who can open the store. Who lets the first one in becomes its admin.',
    'Readers read. Editors change sessions, prompts, templates, labels and runs as well. Admins also move protected labels, remove credentials, look after members and delete the project.',
    'On a server, the login has to be let in first, once: db grant.',
  ],
  arguments: {
    login: { required: true, description: 'The login on a server; the configured or git name elsewhere.' },
  },
  options: {
    role: roleOption,
    global: { kind: 'flag', description: 'For what belongs to no project, and for making projects.' },
  },
  examples: [
    { command: 'prompt-runner project grant ann --role editor --project shop', shows: 'In one project' },
    { command: 'prompt-runner project grant bob --role admin --global', shows: 'In the store itself' },
  ],
});
