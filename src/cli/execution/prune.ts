import { defineCommand } from '../command.js';

export const prune = defineCommand({
  name: 'prune',
  purpose: 'Remove old executions for good.',
  details: [
    'Those of sessions stay unless --with-sessions is given; pasted answers stay in any case, and so do those that are said to be running.',
  ],
  arguments: {},
  options: {
    'older-than': {
      kind: 'time',
      placeholder: 'TIME',
      description: 'Those begun before: a date, or 90d, 12w back. Has to be given.',
    },
    failed: { kind: 'flag', description: 'Only those without a whole answer.' },
    'with-sessions': { kind: 'flag', description: 'Those of sessions, too.' },
    'dry-run': { kind: 'flag', description: 'Only say how many there are.' },
  },
  examples: [
    { command: 'prompt-runner execution prune --older-than 90d --dry-run', shows: 'How many would go' },
    {
      command: 'prompt-runner execution prune --older-than 30d --failed --yes',
      shows: 'Failures, without a question',
    },
  ],
});
