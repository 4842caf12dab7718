import { defineCommand } from '../command.js';
import { pageOptions } from '../page-options.js';
import { sessionArgument, sessionOption } from './session-options.js';

export const history = defineCommand({
  name: 'history',
  purpose: 'Show what happened to a session: revisions, events, attempts.',
  details: [
    '"show --at N" shows the session as it was after an event.',
    'A page has at most so many of each, the oldest first.',
  ],
  arguments: sessionArgument,
  options: { ...sessionOption, ...pageOptions },
  examples: [
    { command: 'prompt-runner orchestrate history', shows: 'The session in use' },
    { command: 'prompt-runner orchestrate history s4k2 --json', shows: 'A certain session, for a program' },
  ],
});
