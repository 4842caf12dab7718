import { phases } from '../../operations/session/vocabulary.js';
import { defineCommand } from '../command.js';
import { sessionOption } from './session-options.js';

export const rate = defineCommand({
  name: 'rate',
  purpose: 'Say how good a phase of a session was, from 1 to 5.',
  arguments: {
    rating: {
      required: true,
      description: 'From 1, bad, to 5, good.',
      choices: ['1', '2', '3', '4', '5'],
    },
  },
  options: {
    ...sessionOption,
    phase: {
      kind: 'choice',
      choices: phases,
      description: 'The phase; the last one that is done, if left out.',
    },
    note: { kind: 'text', placeholder: 'TEXT', description: 'Why.' },
  },
  examples: [
    {
      command: 'prompt-runner orchestrate rate 4 --note "Missed one call site"',
      shows: 'The phase that was done last',
    },
    { command: 'prompt-runner orchestrate rate 5 --phase planning', shows: 'A phase by its name' },
  ],
});
