import { defineCommand } from '../command.js';
import { runArgument } from './run-argument.js';

export const status = defineCommand({
  name: 'status',
  purpose: 'Show how a run stands, and what waits for your word.',
  details: ['A try that was ended in the middle is counted as ambiguous: nobody knows how far it came.'],
  arguments: runArgument,
  options: {},
  examples: [
    { command: 'prompt-runner workflow status', shows: 'The newest run' },
    { command: 'prompt-runner workflow status r4k2 --json', shows: 'Another one, for a program' },
  ],
});
