import { defineCommand } from '../command.js';

export const prepare = defineCommand({
  name: 'prepare',
  purpose: 'Make the tables that workers share, and let logins in.',
  details: [
    'Only where several logins share a store: the login that owns it says once who starts workers and gives them work. Otherwise the first worker does it by itself.',
    'The tables hold ids only. What a worker may see and change of the store is what its login may.',
  ],
  arguments: {
    login: { required: false, repeats: true, description: 'Logins of the server.' },
  },
  options: {},
  examples: [
    { command: 'prompt-runner worker prepare', shows: 'The tables alone' },
    { command: 'prompt-runner worker prepare ann bob', shows: 'For two more logins' },
  ],
});
