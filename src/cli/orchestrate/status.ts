import { defineCommand } from '../command.js';
import { sessionArgument, sessionOption } from './session-options.js';

export const status = defineCommand({
  name: 'status',
  purpose: 'Show how far a session has come, and the next command.',
  arguments: sessionArgument,
  options: sessionOption,
  examples: [
    { command: 'prompt-runner orchestrate status', shows: 'The session in use' },
    { command: 'prompt-runner orchestrate status s4k2 --json', shows: 'A certain session, for a program' },
  ],
});
