import { defineCommand } from '../command.js';
import { sessionArgument, sessionOption } from './session-options.js';

export const timeline = defineCommand({
  name: 'timeline',
  purpose: 'Show the time spent in each phase, beside the estimate.',
  arguments: sessionArgument,
  options: sessionOption,
  examples: [
    { command: 'prompt-runner orchestrate timeline', shows: 'The session in use' },
    { command: 'prompt-runner orchestrate timeline s4k2 --json', shows: 'A certain session, for a program' },
  ],
});
