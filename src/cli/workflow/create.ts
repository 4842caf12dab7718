import { defineCommand } from '../command.js';

export const create = defineCommand({
  name: 'create',
  purpose: 'Keep a workflow file as the newest version of its name.',
  details: [
    'The file says the name. It is checked first, with the prompts and workflows that it refers to. A text that is the newest version already is not kept twice.',
    'It belongs to the project in force here, or to all with --global. Runs that go on keep to the version that they began with.',
  ],
  arguments: {
    file: { required: true, description: 'The file; - is standard input.', completes: 'file' },
  },
  options: {
    global: { kind: 'flag', description: 'For all projects.' },
    note: { kind: 'text', placeholder: 'TEXT', description: 'Why this version was made.' },
  },
  examples: [
    { command: 'prompt-runner workflow create review.yaml', shows: 'From a file' },
    {
      command: 'prompt-runner workflow create review.yaml --note "Ask for a score"',
      shows: 'Another version, and why',
    },
  ],
});
