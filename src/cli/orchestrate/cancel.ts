import { defineCommand } from '../command.js';
import { sessionArgument, sessionOption } from './session-options.js';

export const cancel = defineCommand({
  name: 'cancel',
  purpose: 'Close a session that shall not go on; everything stays.',
  arguments: sessionArgument,
  options: sessionOption,
  examples: [
    { command: 'prompt-runner orchestrate cancel s4k2', shows: 'Close a session; "undo" opens it again' },
  ],
});
