import { defineCommand } from '../command.js';
import { pageOptions } from '../page-options.js';
import { rangeOptions } from './prompt-options.js';

export const list = defineCommand({
  name: 'list',
  purpose: "List prompts: the project's and the global ones.",
  arguments: {},
  options: {
    category: { kind: 'text', placeholder: 'WORD', description: 'Only those of this category.' },
    kind: { kind: 'text', placeholder: 'WORD', description: 'Only those of this kind.' },
    type: { kind: 'text', placeholder: 'WORD', description: 'Only those made for this feature type.' },
    tag: { kind: 'text', placeholder: 'WORD', description: 'Only those with this tag.' },
    label: { kind: 'text', placeholder: 'WORD', description: 'Only those with a version of this label.' },
    templates: { kind: 'flag', description: 'Only templates.' },
    deleted: { kind: 'flag', description: 'The deleted ones, which "undo" brings back.' },
    ...rangeOptions,
    ...pageOptions,
    sort: {
      kind: 'choice',
      choices: ['name', 'updated', 'created'],
      description: 'By name, newest change first (updated), or newest first (created).',
    },
  },
  examples: [
    { command: 'prompt-runner prompt list', shows: 'Those that are seen here' },
    {
      command: 'prompt-runner prompt list --tag security --sort updated',
      shows: 'Of a tag, the last changed first',
    },
    { command: 'prompt-runner prompt list --all --templates --json', shows: 'All templates, for a program' },
  ],
});
