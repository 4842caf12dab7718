import { defineCommand } from '../command.js';
import { aboutOptions, noteOption, promptArgument, textOptions } from './prompt-options.js';

export const update = defineCommand({
  name: 'update',
  purpose: 'Give a prompt a new version, or another description.',
  details: [
    "A text takes the place of the user's message; the system message, the variables and the settings stay. A text with front matter says all of it. The same content makes no new version.",
    'An empty value takes a description, category, kind or type away: --category "".',
  ],
  arguments: { prompt: promptArgument },
  options: {
    ...textOptions,
    ...aboutOptions,
    tag: {
      kind: 'list',
      placeholder: 'WORD',
      description: 'A tag instead of those that it has; may be repeated.',
    },
    'no-template': { kind: 'flag', description: 'It is no template any more.' },
    ...noteOption,
  },
  examples: [
    {
      command: 'prompt-runner prompt update review --file review.md --note "Ask for line numbers"',
      shows: 'A new version',
    },
    {
      command: 'prompt-runner prompt update review --description "Reviews a change" --tag daily',
      shows: 'No new version',
    },
  ],
});
