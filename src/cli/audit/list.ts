import { defineCommand } from '../command.js';
import { pageOptions } from '../page-options.js';

export const list = defineCommand({
  name: 'list',
  purpose: 'List who changed what and when, the newest first.',
  details: ['What was there before and since is shown in short; with --json it is shown whole.'],
  arguments: {},
  options: {
    kind: {
      kind: 'choice',
      choices: [
        'prompt',
        'template',
        'label',
        'setting',
        'execution',
        'session',
        'batch',
        'run',
        'alias',
        'member',
      ],
      description:
        'Only changes of this kind: prompt, template, label, setting, execution, session, batch, run, alias or member.',
    },
    subject: {
      kind: 'text',
      placeholder: 'NAME',
      description: 'Only changes of what has this name or id.',
    },
    actor: { kind: 'text', placeholder: 'NAME', description: 'Only what this one did.' },
    since: {
      kind: 'time',
      placeholder: 'TIME',
      description: 'Only since: a date, or 12h, 7d, 2w back.',
    },
    ...pageOptions,
  },
  examples: [
    { command: 'prompt-runner audit list', shows: 'The last 50 changes' },
    {
      command: 'prompt-runner audit list --kind setting --since 7d',
      shows: 'Which settings were changed this week',
    },
    {
      command: 'prompt-runner audit list --subject support/greeting --json',
      shows: 'All that was done to a prompt, whole',
    },
  ],
});
