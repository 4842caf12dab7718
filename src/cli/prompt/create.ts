import { defineCommand } from '../command.js';
import { aboutOptions, noteOption, textOptions } from './prompt-options.js';

export const create = defineCommand({
  name: 'create',
  purpose: 'Create a prompt.',
  details: [
    'The text comes from --text, a file, a pipe, the clipboard or an editor. {{name}} in it is a variable, and {%include "role"%} brings another prompt in. A text with front matter says itself what it is, with its messages and variables.',
    'It belongs to the project in force here, or to all with --global.',
  ],
  arguments: {
    name: { required: true, description: 'Its name: small letters, digits and . _ - in parts divided by /.' },
  },
  options: {
    ...textOptions,
    ...aboutOptions,
    global: { kind: 'flag', description: 'For all projects.' },
    ...noteOption,
  },
  examples: [
    {
      command: 'prompt-runner prompt create review --text "Review this change: {{ diff }}"',
      shows: 'From a text',
    },
    {
      command: 'prompt-runner prompt create review/security --file security.md --tag security --global',
      shows: 'From a file, for all projects',
    },
    { command: 'prompt-runner prompt create role/reviewer --edit', shows: 'In the editor' },
  ],
});
