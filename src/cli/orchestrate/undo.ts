import { defineCommand } from '../command.js';
import { sessionArgument, sessionOption } from './session-options.js';

export const undo = defineCommand({
  name: 'undo',
  purpose: 'Take the last move back: a step, a cancellation, a deletion.',
  details: [
    'Answers stay kept. Undoing again goes further back. A deleted session can be named by its id for a day.',
  ],
  arguments: sessionArgument,
  options: sessionOption,
  examples: [
    { command: 'prompt-runner orchestrate undo', shows: 'The last move of the session in use' },
    { command: 'prompt-runner orchestrate undo s4k2m9x0qwert', shows: 'Bring a deleted session back' },
  ],
});
