import { defineCommand } from '../command.js';
import { sessionArgument, sessionOption } from './session-options.js';

export const show = defineCommand({
  name: 'show',
  purpose: 'Show all that a session holds.',
  details: [
    'Texts are shortened on a terminal; --full prints them whole, and --part prints one of them alone, ready for a pipe.',
  ],
  arguments: sessionArgument,
  options: {
    ...sessionOption,
    at: {
      kind: 'text',
      placeholder: 'WHEN',
      description: 'As it was: after the event of a number (see history), or at a time.',
    },
    attempt: {
      kind: 'text',
      placeholder: 'ID',
      description: 'Print one attempt alone: a prompt as it was given, an answer as it came.',
      completes: 'attempt',
    },
    full: { kind: 'flag', description: 'Print the texts whole.' },
    part: {
      kind: 'choice',
      choices: [
        'request',
        'analysis-template',
        'implementation-template',
        'notes',
        'analysis',
        'report',
        'summary',
      ],
      description:
        'Print one text alone: request, analysis-template, implementation-template, notes, analysis, report or summary.',
    },
  },
  examples: [
    { command: 'prompt-runner orchestrate show', shows: 'The session in use' },
    {
      command: 'prompt-runner orchestrate show s4k2 --part analysis > analysis.md',
      shows: 'The saved analysis, into a file',
    },
    { command: 'prompt-runner orchestrate show --attempt a7p2 > answer.md', shows: 'An answer as it came' },
    { command: 'prompt-runner orchestrate show s4k2 --at 3', shows: 'As it was after its third event' },
    { command: 'prompt-runner orchestrate show s4k2 --json', shows: 'Everything, for a program' },
  ],
});
