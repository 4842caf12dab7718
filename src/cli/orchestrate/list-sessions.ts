import { phases } from '../../operations/session/vocabulary.js';
import { defineCommand } from '../command.js';
import { pageOptions } from '../page-options.js';

export const listSessions = defineCommand({
  name: 'list-sessions',
  purpose: 'List sessions, grouped by status.',
  arguments: {},
  options: {
    status: {
      kind: 'choice',
      choices: [...phases, 'completed', 'cancelled'],
      description:
        'Only sessions in this status: planning, analysis, implementation, completed or cancelled.',
    },
    type: {
      kind: 'text',
      short: 't',
      placeholder: 'WORD',
      description: 'Only sessions of this feature type.',
    },
    since: {
      kind: 'time',
      placeholder: 'TIME',
      description: 'Only sessions begun since: a date, or 12h, 7d, 2w back.',
    },
    ...pageOptions,
    sort: {
      kind: 'choice',
      choices: ['updated', 'created', 'title'],
      description: 'Newest change first (updated), newest first (created), or by title.',
    },
  },
  examples: [
    { command: 'prompt-runner orchestrate list-sessions', shows: 'The 50 that moved last' },
    {
      command: 'prompt-runner orchestrate list-sessions --project shop --status analysis --since 7d',
      shows: "A project's, this week, in analysis",
    },
    { command: 'prompt-runner orchestrate list-sessions --json', shows: 'For a program' },
  ],
});
