import { defineCommand } from '../command.js';
import { experimentArgument } from './experiment-argument.js';

export const start = defineCommand({
  name: 'start',
  purpose: 'Let new sessions take part in an experiment.',
  details: [
    'Each session that begins from now on gets one of the variants, by chance and for good, unless it is left out by the hold-out or the namespace. "orchestrate plan --variant EXPERIMENT=NAME" chooses one; the session is not counted then.',
    'A variant that cannot be used keeps no session from beginning: it begins as usual, says why, and is not counted.',
    'Two experiments that decide about the same template do not run beside each other, unless each has a part of a namespace.',
  ],
  arguments: experimentArgument,
  options: {},
  examples: [
    { command: 'prompt-runner experiment start steps', shows: 'Or go on after a pause' },
    { command: 'prompt-runner experiment start steps --json', shows: 'For a program' },
  ],
});
