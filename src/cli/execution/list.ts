import { defineCommand } from '../command.js';
import { pageOptions } from '../page-options.js';
import { filterOptions } from './filter-options.js';

export const list = defineCommand({
  name: 'list',
  purpose: 'List what was asked, the newest first.',
  details: [
    'Of one that is running nobody has said how it ended: it is on its way, or its process is gone.',
    'Tokens are those that went in and came out together; a cost that is not known is a question mark.',
  ],
  arguments: {},
  options: {
    ...filterOptions,
    ...pageOptions,
  },
  examples: [
    { command: 'prompt-runner execution list', shows: 'The last 50' },
    {
      command: 'prompt-runner execution list --model openai:gpt-5-mini --status failed --since 7d',
      shows: "A model's failures, this week",
    },
    {
      command: 'prompt-runner execution list --prompt team/review --json',
      shows: 'Of a prompt, for a program',
    },
  ],
});
