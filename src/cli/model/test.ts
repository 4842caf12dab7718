import { defineCommand } from '../command.js';

export const test = defineCommand({
  name: 'test',
  purpose: 'Ask a model a tiny question, to see if it answers.',
  details: ['It costs next to nothing, and is on record like any run.'],
  arguments: {
    name: { required: false, description: 'The model or an alias; without it, the default.' },
  },
  options: {
    timeout: { kind: 'number', placeholder: 'SECONDS', description: 'How long the answer may take.' },
  },
  examples: [
    {
      command: 'prompt-runner model test anthropic:claude-haiku-4-5',
      shows: 'Whether key and model are right',
    },
    { command: 'prompt-runner model test fake', shows: 'Without any key' },
  ],
});
